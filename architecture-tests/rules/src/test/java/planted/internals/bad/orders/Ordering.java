package planted.internals.bad.orders;

import planted.internals.bad.stock.internal.Shelf;

class Ordering {

	Object shelf() {
		return new Shelf();
	}

}
