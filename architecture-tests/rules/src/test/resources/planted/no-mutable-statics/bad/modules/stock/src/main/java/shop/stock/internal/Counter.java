package shop.stock.internal;

class Counter {

	static int count; // VIOLATION

	private static volatile String last = ""; // VIOLATION

	static void count(String name) {
		count++;
		last = last + name;
	}

}
