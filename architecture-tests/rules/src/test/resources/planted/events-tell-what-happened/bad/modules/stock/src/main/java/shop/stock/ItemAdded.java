package shop.stock;

public record ItemAdded(long itemId) { // VIOLATION somebody listens to it

}
