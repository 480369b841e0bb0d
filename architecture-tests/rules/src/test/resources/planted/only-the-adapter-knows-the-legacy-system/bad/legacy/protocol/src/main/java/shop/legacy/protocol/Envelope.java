package shop.legacy.protocol;

public record Envelope(String code) {

}
