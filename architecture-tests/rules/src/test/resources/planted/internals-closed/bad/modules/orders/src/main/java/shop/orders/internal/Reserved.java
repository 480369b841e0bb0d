package shop.orders.internal;

import shop.stock.internal.Shelf;

class Reserved extends Shelf { // VIOLATION a superclass

}
