package dev.banyan.measure;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockAdjustment;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockLevel;

import org.springframework.stereotype.Component;

/**
 * Does nothing, so that only the way to it takes time.
 */
@Component
class FixedStock implements Stock {

	@Override
	public Map<Long, StockLevel> levels(Set<Long> itemIds) {
		return Map.of();
	}

	@Override
	public Map<Long, StockLevel> define(List<StockDefinition> definitions) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Map<Long, StockLevel> adjust(String key, List<StockAdjustment> adjustments) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void remove(Set<Long> itemIds) {
		throw new UnsupportedOperationException();
	}

}
