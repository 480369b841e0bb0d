package planted.plain.good.stock;

import java.time.Instant;

public record Level(long itemId, Instant at) {

}
