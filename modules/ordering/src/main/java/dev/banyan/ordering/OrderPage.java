package dev.banyan.ordering;

import java.util.List;

/**
 * A page of orders.
 *
 * @param orders the orders of the page
 * @param total how many match in all
 */
public record OrderPage(List<Order> orders, long total) {
}
