package planted.statics.good.stock.internal;

class Counter {

	static final int START = 1;

}
