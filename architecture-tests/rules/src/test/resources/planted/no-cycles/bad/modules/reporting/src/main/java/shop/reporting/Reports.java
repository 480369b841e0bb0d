package shop.reporting;

import shop.orders.Orders;

public interface Reports {

	int of(Orders orders);

}
