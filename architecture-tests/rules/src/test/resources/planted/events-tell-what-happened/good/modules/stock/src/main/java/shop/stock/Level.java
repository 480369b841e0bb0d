package shop.stock;

public record Level(long itemId) {

}
