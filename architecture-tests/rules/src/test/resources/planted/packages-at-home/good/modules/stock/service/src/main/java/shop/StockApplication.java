package shop;

class StockApplication {

}
