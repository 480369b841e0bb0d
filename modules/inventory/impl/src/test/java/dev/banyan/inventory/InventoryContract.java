package dev.banyan.inventory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What inventory's seams promise, wherever their implementation runs.
 */
abstract class InventoryContract {

	private static final Duration VALID = Duration.ofMinutes(1);

	private Stock stock;

	private Reservations reservations;

	void use(Stock stock, Reservations reservations) {
		this.stock = stock;
		this.reservations = reservations;
	}

	@Test
	void grantsExactlyWhatIsInStockToConcurrentCallers() throws Exception {
		this.stock.define(List.of(StockDefinition.managed(1, 150)));
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Boolean>> granted = IntStream.range(0, 200)
				.mapToObj((caller) -> callers.submit(() -> reserveAndConfirm("concurrent-" + caller, 1)))
				.toList();
			long accepted = 0;
			for (Future<Boolean> grant : granted) {
				accepted += grant.get() ? 1 : 0;
			}
			assertThat(accepted).isEqualTo(150);
		}
		assertThat(level(1).quantity()).isZero();
		assertThat(level(1).reserved()).isZero();
		assertThat(level(1).status()).isEqualTo(StockStatus.OUT_OF_STOCK);
	}

	@Test
	void reservesNothingIfOneLineIsShort() {
		this.stock.define(List.of(StockDefinition.managed(2, 5), StockDefinition.managed(3, 1)));
		List<ReservationLine> lines = List.of(new ReservationLine(2, 1), new ReservationLine(3, 2));
		assertThatExceptionOfType(OutOfStock.class)
			.isThrownBy(() -> this.reservations.reserve(key("short"), lines, VALID))
			.satisfies((ex) -> assertThat(ex.itemIds()).containsExactly(3L));
		assertThat(level(2).reserved()).isZero();
	}

	@Test
	void takesStockOnceHoweverOftenItIsConfirmed() {
		this.stock.define(List.of(StockDefinition.managed(4, 5)));
		reserveAndConfirm("twice", 4);
		reserveAndConfirm("twice", 4);
		assertThat(level(4).quantity()).isEqualTo(4);
	}

	@Test
	void returnsWhatWasConfirmedWhenReleased() {
		this.stock.define(List.of(StockDefinition.managed(5, 5)));
		reserveAndConfirm("returned", 5);
		this.reservations.release(key("returned"));
		this.reservations.release(key("returned"));
		assertThat(level(5).quantity()).isEqualTo(5);
	}

	@Test
	void refusesAReservationThatWasReleasedBeforeItArrived() {
		this.stock.define(List.of(StockDefinition.managed(6, 5)));
		this.reservations.release(key("late"));
		assertThatExceptionOfType(ReservationReleased.class)
			.isThrownBy(() -> this.reservations.reserve(key("late"), List.of(new ReservationLine(6, 1)), VALID));
	}

	@Test
	void appliesAnAdjustmentOncePerKeyEvenBelowZero() {
		this.stock.define(List.of(StockDefinition.managed(7, 1)));
		this.stock.adjust(key("order-1"), List.of(new StockAdjustment(7, -3)));
		this.stock.adjust(key("order-1"), List.of(new StockAdjustment(7, -3)));
		assertThat(level(7).quantity()).isEqualTo(-2);
	}

	@Test
	void appliesConcurrentAdjustmentsOncePerKey() throws Exception {
		this.stock.define(List.of(StockDefinition.managed(10, 100), StockDefinition.managed(11, 100)));
		List<StockAdjustment> adjustments = List.of(new StockAdjustment(10, -1), new StockAdjustment(11, -2));
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Map<Long, StockLevel>>> adjusted = IntStream.range(0, 60)
				.mapToObj((caller) -> callers.submit(() -> this.stock.adjust(key("joint-" + caller % 40), adjustments)))
				.toList();
			for (Future<Map<Long, StockLevel>> one : adjusted) {
				assertThat(one.get().get(10L).quantity()).isBetween(60, 99);
			}
		}
		assertThat(level(10).quantity()).isEqualTo(60);
		assertThat(level(11).quantity()).isEqualTo(20);
	}

	@Test
	void countsAVariationWithItsParentIfTheParentIsManaged() {
		this.stock.define(List.of(StockDefinition.managed(8, 10),
				new StockDefinition(9, false, null, Backorders.NO, null, StockStatus.IN_STOCK, 8L)));
		this.stock.adjust(key("order-2"), List.of(new StockAdjustment(9, -4)));
		assertThat(level(9).quantity()).isEqualTo(6);
		assertThat(level(9).inherited()).isTrue();
		assertThat(level(8).quantity()).isEqualTo(6);
	}

	/** The same implementation may be called by several classes of tests. */
	private String key(String name) {
		return getClass().getSimpleName() + "-" + name;
	}

	private boolean reserveAndConfirm(String name, long itemId) {
		String key = key(name);
		try {
			this.reservations.reserve(key, List.of(new ReservationLine(itemId, 1)), VALID);
		}
		catch (OutOfStock ex) {
			return false;
		}
		this.reservations.confirm(key);
		return true;
	}

	private StockLevel level(long itemId) {
		return this.stock.levels(Set.of(itemId)).get(itemId);
	}

}
