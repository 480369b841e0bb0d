package shop.orders.internal;

interface Pricing {

	int price();

}
