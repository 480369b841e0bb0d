package shop.stock.internal;

import shop.stock.Scale;
import shop.stock.Stock;

class Shelf implements Stock {

	private final int weight;

	private final int sample;

	Shelf(Scale scale, Counted counted) {
		this.weight = scale.weight();
		this.sample = counted.level(1);
	}

	@Override
	public int level(long itemId) {
		return this.weight + this.sample;
	}

	static class Counted implements Stock {

		@Override
		public int level(long itemId) {
			return 1;
		}

	}

}
