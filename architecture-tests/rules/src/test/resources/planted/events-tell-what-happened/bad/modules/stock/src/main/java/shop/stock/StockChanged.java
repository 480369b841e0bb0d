package shop.stock;

import java.util.UUID;

public record StockChanged(UUID eventId) { // VIOLATION no time

}
