package dev.banyan.inventory.remote;

import java.util.List;
import java.util.Map;

import dev.banyan.inventory.InventoryUnavailable;
import dev.banyan.inventory.OutOfStock;
import dev.banyan.inventory.ReservationReleased;
import dev.banyan.runtime.seam.SeamProblems;

import org.springframework.http.ProblemDetail;

/**
 * The problem types of inventory's remote side.
 */
public final class InventoryProblems {

	/** More was asked for than is left; carries {@code itemIds}. */
	public static final String OUT_OF_STOCK = "urn:banyan:inventory:out-of-stock";

	/** A reservation does not hold; carries {@code reservation}. */
	public static final String RESERVATION_RELEASED = "urn:banyan:inventory:reservation-released";

	static final SeamProblems SEAM = new SeamProblems(InventoryUnavailable::new,
			Map.of(OUT_OF_STOCK, (problem) -> new OutOfStock(itemIds(problem)), RESERVATION_RELEASED,
					(problem) -> new ReservationReleased(String.valueOf(property(problem, "reservation")))));

	private InventoryProblems() {
	}

	private static List<Long> itemIds(ProblemDetail problem) {
		return (property(problem, "itemIds") instanceof List<?> ids)
				? ids.stream().map((id) -> ((Number) id).longValue()).toList() : List.of();
	}

	private static Object property(ProblemDetail problem, String name) {
		Map<String, Object> properties = problem.getProperties();
		return (properties != null) ? properties.getOrDefault(name, "") : "";
	}

}
