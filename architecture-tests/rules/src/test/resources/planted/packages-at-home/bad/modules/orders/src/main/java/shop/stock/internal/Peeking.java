package shop.stock.internal; // VIOLATION reaches what is package-private

class Peeking {

	int level() {
		return new Shelf().level();
	}

}
