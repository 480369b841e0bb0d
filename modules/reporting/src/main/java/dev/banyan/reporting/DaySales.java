package dev.banyan.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was sold on one day. Amounts are in the currency of the orders, unrounded.
 *
 * @param day the day, in UTC
 * @param orders how many orders
 * @param items how many pieces
 * @param sales what was to be paid, taxes included, without what was paid back
 * @param tax the taxes on goods, fees and shipping
 * @param shipping what was charged for shipping, without taxes
 * @param discount what coupons took off, without taxes
 * @param refundedOrders how many of the orders were refunded, at least in part
 */
public record DaySales(LocalDate day, long orders, long items, BigDecimal sales, BigDecimal tax, BigDecimal shipping,
		BigDecimal discount, long refundedOrders) {
}
