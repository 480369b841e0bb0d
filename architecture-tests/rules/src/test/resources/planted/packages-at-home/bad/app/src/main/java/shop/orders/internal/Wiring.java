package shop.orders.internal; // VIOLATION stays behind when orders leaves

class Wiring {

}
