package shop.catalog;

import shop.orders.Orders;

public interface Catalog {

	int sold(Orders orders); // VIOLATION catalog -> orders -> stock -> catalog

}
