package shop.stock;

import java.util.List;
import java.util.Map;

public interface Stock {

	int level(long itemId);

	Map<Long, Integer> levels(List<Long> itemIds);

	void take(String key, long itemId, int quantity);

	static String normal(String sku) {
		return sku.strip();
	}

}
