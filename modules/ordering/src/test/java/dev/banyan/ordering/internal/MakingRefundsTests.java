package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockAdjustment;
import dev.banyan.ordering.OrderTotals;
import dev.banyan.ordering.RefundDraft;
import dev.banyan.ordering.RefundRefused;
import dev.banyan.payments.PaymentDeclined;
import dev.banyan.payments.Payments;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

class MakingRefundsTests {

	private final StoredOrder order = new StoredOrder(1, "key", "EUR", false, Instant.EPOCH);

	private final StoredLine line = new StoredLine(5, this.order, StoredLine.Kind.GOODS);

	private final Map<Long, StoredRefund> rows = new TreeMap<>();

	private final Map<String, Integer> adjusted = new TreeMap<>();

	private final StoredRefunds refunds = mock();

	private final Payments payments = mock();

	private final KeepingNotes notes = mock();

	private MakingRefunds making;

	@BeforeEach
	void sellThree() {
		this.line.sell(7, 0, "", true);
		this.line.quantity(3);
		this.line.take(3);
		this.order.lines().add(this.line);
		BigDecimal none = BigDecimal.ZERO;
		this.order.price(List.of(), new OrderTotals(none, none, none, none, none, new BigDecimal("30")));
		this.order.accept();
		StoredOrders orders = mock();
		given(orders.lock(1)).willReturn(Optional.of(this.order));
		given(orders.findById(1L)).willReturn(Optional.of(this.order));
		given(this.refunds.save(any())).willAnswer((call) -> {
			StoredRefund refund = call.getArgument(0);
			this.rows.put(refund.toRefund().id(), refund);
			return refund;
		});
		given(this.refunds.findById(anyLong())).willAnswer((call) -> row(call.getArgument(0)));
		given(this.refunds.lock(anyLong())).willAnswer((call) -> row(call.getArgument(0)));
		given(this.refunds.standing(any(), any(), any())).willAnswer((call) -> {
			List<StoredRefund.State> states = call.getArgument(0);
			return this.rows.values()
				.stream()
				.filter((refund) -> states.contains(refund.state()))
				.map((refund) -> refund.toRefund().id())
				.toList();
		});
		given(this.refunds.amount(anyLong(), any())).willAnswer((call) -> {
			List<StoredRefund.State> states = call.getArgument(1);
			return this.rows.values()
				.stream()
				.filter((refund) -> states.contains(refund.state()))
				.map((refund) -> refund.toRefund().amount())
				.reduce(BigDecimal.ZERO, BigDecimal::add);
		});
		willAnswer((call) -> {
			StoredRefund refund = call.getArgument(0);
			return this.rows.remove(refund.toRefund().id());
		}).given(this.refunds).delete(any(StoredRefund.class));
		Stock stock = mock();
		given(stock.adjust(anyString(), any())).willAnswer((call) -> {
			List<StockAdjustment> adjustments = call.getArgument(1);
			this.adjusted.putIfAbsent(call.getArgument(0), adjustments.getFirst().change());
			return Map.of();
		});
		IdSequence ids = mock();
		given(ids.next()).willReturn(100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L);
		Settings settings = mock(RETURNS_DEEP_STUBS);
		given(settings.current().decimals()).willReturn(2);
		this.making = new MakingRefunds(this.refunds, orders, mock(),
				new RefundDrafting(ids, ids, ids, Clock.systemUTC()), stock, this.payments, settings,
				new OrderingBulkhead(1), this.notes, mock(OrderEvents.class), mock(PlatformTransactionManager.class),
				Clock.systemUTC());
	}

	@Test
	void takesEverythingBackIfTheGatewayRefuses() {
		willThrow(new PaymentDeclined("no")).given(this.payments).refund(any());
		assertThatExceptionOfType(RefundRefused.class).isThrownBy(() -> this.making.make(draft(2, "20")));
		assertNothingHappened();
	}

	@Test
	void takesEverythingBackIfTheGatewayRefusesAfterACrash() {
		willThrow(new IllegalStateException("no answer")).given(this.payments).refund(any());
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.making.make(draft(2, "20")));
		assertThat(this.rows.values()).extracting(StoredRefund::state).containsExactly(StoredRefund.State.PAYING);
		willThrow(new PaymentDeclined("no")).given(this.payments).refund(any());
		this.making.finishAbandoned();
		assertNothingHappened();
	}

	@Test
	void goesForwardOnceMoneyMayHaveBeenPaid() {
		willThrow(new IllegalStateException("database away")).given(this.notes).restocked(any(), any(), any());
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.making.make(draft(2, "20")));
		assertThat(returned()).isEqualTo(2);
		willDoNothing().given(this.notes).restocked(any(), any(), any());
		this.making.finishAbandoned();
		assertThat(this.rows.values()).extracting(StoredRefund::state).containsExactly(StoredRefund.State.DONE);
		assertThat(this.order.refundable()).isEqualByComparingTo("10");
		assertThat(returned()).isEqualTo(2);
	}

	@Test
	void returnsAndPaysNothingTwiceWhileARefundIsUnderWay() {
		willThrow(new IllegalStateException("no answer")).given(this.payments).refund(any());
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.making.make(draft(2, "20")));
		willDoNothing().given(this.payments).refund(any());
		assertThatExceptionOfType(RefundRefused.class).isThrownBy(() -> this.making.make(draft(3, "10.01")));
	}

	@Test
	void returnsNoMoreThanWasTaken() {
		this.making.make(draft(2, "1"));
		this.making.make(draft(2, "1"));
		this.making.make(draft(2, "1"));
		assertThat(returned()).isEqualTo(3);
		assertThat(this.line.stockTaken()).isZero();
	}

	private void assertNothingHappened() {
		assertThat(this.rows).isEmpty();
		assertThat(returned()).isZero();
		assertThat(this.line.stockTaken()).isEqualTo(3);
		assertThat(this.order.refundable()).isEqualByComparingTo("30");
	}

	private int returned() {
		return this.adjusted.values().stream().mapToInt(Integer::intValue).sum();
	}

	private Optional<StoredRefund> row(long id) {
		return Optional.ofNullable(this.rows.get(id));
	}

	private static RefundDraft draft(int count, String amount) {
		return new RefundDraft(1, new BigDecimal(amount), "", 0, true, true,
				List.of(new RefundDraft.Line(5, count, new BigDecimal(amount), Map.of())), List.of());
	}

}
