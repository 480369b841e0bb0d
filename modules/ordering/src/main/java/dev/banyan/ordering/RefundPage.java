package dev.banyan.ordering;

import java.util.List;

/**
 * A page of refunds.
 *
 * @param refunds the refunds
 * @param total how many there are on all pages
 */
public record RefundPage(List<Refund> refunds, long total) {
}
