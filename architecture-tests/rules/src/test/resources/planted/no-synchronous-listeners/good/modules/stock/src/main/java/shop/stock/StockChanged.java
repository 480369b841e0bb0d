package shop.stock;

public record StockChanged(long itemId) {

}
