package dev.banyan.inventory.remote;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockAdjustment;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockLevel;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * {@link Stock} over HTTP.
 */
@HttpExchange("/seams/inventory/stock")
public interface RemoteStock extends Stock {

	@Override
	@PostExchange("/levels")
	Map<Long, StockLevel> levels(@RequestBody Set<Long> itemIds);

	@Override
	@PostExchange("/definitions")
	Map<Long, StockLevel> define(@RequestBody List<StockDefinition> definitions);

	@Override
	@PostExchange("/adjustments")
	Map<Long, StockLevel> adjust(@RequestHeader("Idempotency-Key") String key,
			@RequestBody List<StockAdjustment> adjustments);

	@Override
	@PostExchange("/removals")
	void remove(@RequestBody Set<Long> itemIds);

}
