package shop.stock.internal; // blocker: a class in another module's package

class Squatter {

}
