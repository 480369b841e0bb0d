package shop.orders.internal;

class Reflecting {

	Class<?> shelf() throws ClassNotFoundException {
		return Class.forName("shop.stock.internal.Shelf"); // VIOLATION a name
	}

}
