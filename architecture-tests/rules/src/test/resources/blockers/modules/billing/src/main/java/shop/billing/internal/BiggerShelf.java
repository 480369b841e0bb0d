package shop.billing.internal;

import shop.stock.internal.Shelf;

class BiggerShelf extends Shelf { // blocker: extends another's internal class

}
