package dev.banyan.inventory.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.inventory.StockAdjustment;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockLevel;
import dev.banyan.inventory.remote.RemoteStock;

import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController implements RemoteStock {

	private final KeepingStock stock;

	StockController(KeepingStock stock) {
		this.stock = stock;
	}

	@Override
	public Map<Long, StockLevel> levels(Set<Long> itemIds) {
		return this.stock.levels(itemIds);
	}

	@Override
	public Map<Long, StockLevel> define(List<StockDefinition> definitions) {
		return this.stock.define(definitions);
	}

	@Override
	public Map<Long, StockLevel> adjust(String key, List<StockAdjustment> adjustments) {
		return this.stock.adjust(key, adjustments);
	}

	@Override
	public void remove(Set<Long> itemIds) {
		this.stock.remove(itemIds);
	}

}
