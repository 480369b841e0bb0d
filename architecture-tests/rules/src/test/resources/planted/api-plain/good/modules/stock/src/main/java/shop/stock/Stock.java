package shop.stock;

import java.time.Instant;

public interface Stock {

	Level level(long itemId);

	record Level(long itemId, Instant at) {
	}

}
