package planted.statics.bad.stock.internal;

class Counter {

	static int count;

}
