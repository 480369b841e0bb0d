package planted.events.bad.stock;

import java.util.UUID;

public record StockChanged(UUID eventId) {

}
