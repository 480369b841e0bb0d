package dev.banyan.shop;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.banyan.inventory.Stock;
import instrumented.GuardedSeams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The guard that replays and generated requests run under bites.
 */
class GuardedSeamsTests {

	private final AtomicInteger calls = new AtomicInteger();

	private final Stock stock = (Stock) GuardedSeams.guarded(Proxy.newProxyInstance(Stock.class.getClassLoader(),
			new Class<?>[] { Stock.class }, (proxy, method, arguments) -> {
				this.calls.incrementAndGet();
				return Map.of();
			}));

	@AfterEach
	void endsTheTransaction() {
		TransactionSynchronizationManager.setActualTransactionActive(false);
	}

	@Test
	void letsCallsPassOutsideOfTransactions() {
		this.stock.levels(Set.of(1L));
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void refusesACallWithinATransactionOfAnotherModule() {
		TransactionSynchronizationManager.setActualTransactionActive(true);
		assertThatIllegalStateException().isThrownBy(() -> this.stock.levels(Set.of(1L)))
			.withMessage("shop calls Stock.levels within a transaction; no transaction crosses a seam");
		assertThat(this.calls).hasValue(0);
	}

}
