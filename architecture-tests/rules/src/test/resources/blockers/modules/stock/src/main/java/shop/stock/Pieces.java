package shop.stock;

public record Pieces(int count) implements Amount {

}
