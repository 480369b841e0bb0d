package dev.banyan.inventory.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockAdjustment;
import dev.banyan.inventory.StockLevel;
import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.Permissions;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stock")
class StockLevelsController {

	private final Stock stock;

	StockLevelsController(Stock stock) {
		this.stock = stock;
	}

	@GetMapping
	Collection<StockLevel> levels(@RequestParam("item") Set<Long> itemIds) {
		require(permissions().canRead());
		return this.stock.levels(itemIds).values();
	}

	@GetMapping("/{itemId}")
	StockLevel level(@PathVariable long itemId) {
		require(permissions().canRead());
		return known(itemId, this.stock.levels(Set.of(itemId)).get(itemId));
	}

	@PostMapping("/{itemId}/adjustments")
	StockLevel adjust(@PathVariable long itemId, @RequestHeader("Idempotency-Key") String key,
			@RequestBody Adjustment adjustment) {
		require(permissions().canWrite());
		if (key.isEmpty() || key.length() > 100) {
			throw problem(HttpStatus.BAD_REQUEST, "Idempotency-Key has 1 to 100 characters.");
		}
		return known(itemId,
				this.stock.adjust(key, List.of(new StockAdjustment(itemId, adjustment.change()))).get(itemId));
	}

	private static Permissions permissions() {
		Caller caller = Caller.current();
		if (caller.kind() != Caller.Kind.KEY && caller.kind() != Caller.Kind.USER) {
			throw problem(HttpStatus.UNAUTHORIZED, "An accepted key is needed.");
		}
		return caller.permissions();
	}

	private static void require(boolean permitted) {
		if (!permitted) {
			throw problem(HttpStatus.FORBIDDEN, "The key does not permit this.");
		}
	}

	private static StockLevel known(long itemId, @Nullable StockLevel level) {
		if (level == null) {
			throw problem(HttpStatus.NOT_FOUND, "There is no stock item " + itemId + ".");
		}
		return level;
	}

	private static ErrorResponseException problem(HttpStatus status, String detail) {
		return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
	}

	record Adjustment(int change) {
	}

}
