package shop.stock.internal;

class Shelf {

}
