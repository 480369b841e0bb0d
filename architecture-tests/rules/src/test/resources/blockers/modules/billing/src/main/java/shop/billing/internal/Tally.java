package shop.billing.internal;

class Tally {

	private int count; // clean: not static

	int next() {
		return this.count++;
	}

}
