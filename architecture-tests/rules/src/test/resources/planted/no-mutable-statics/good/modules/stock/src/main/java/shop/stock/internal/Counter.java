package shop.stock.internal;

class Counter {

	static final int START = 1;

	private int count = START;

	int next() {
		assert this.count > 0;
		return this.count++;
	}

}
