package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.ordering.LineTax;
import dev.banyan.ordering.MetaEntry;
import dev.banyan.ordering.Refund;
import dev.banyan.ordering.RefundDraft;
import dev.banyan.ordering.RefundLine;
import dev.banyan.ordering.RefundRefused;
import dev.banyan.ordering.TaxLine;
import dev.banyan.runtime.data.IdSequence;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Works out what a refund pays back and what comes back into stock.
 */
@Component
class RefundDrafting {

	private final IdSequence ids;

	private final IdSequence lineIds;

	private final IdSequence metaIds;

	private final Clock clock;

	RefundDrafting(@Qualifier("orderIds") IdSequence ids, @Qualifier("orderLineIds") IdSequence lineIds,
			@Qualifier("orderMetaIds") IdSequence metaIds, Clock clock) {
		this.ids = ids;
		this.lineIds = lineIds;
		this.metaIds = metaIds;
		this.clock = clock;
	}

	/**
	 * Drafts a refund; refuses one that is negative or too much. Pieces that come back
	 * are not counted as taken any more, so that nothing else returns them.
	 * @param underWay the amount of refunds of the order that are being made
	 */
	StoredRefund draft(RefundDraft draft, StoredOrder order, BigDecimal underWay, int decimals) {
		List<RefundLine> lines = new ArrayList<>();
		List<StoredRefund.Return> returns = new ArrayList<>();
		for (RefundDraft.Line given : draft.lines()) {
			order.lines().stream().filter((line) -> line.id() == given.lineId()).findFirst().ifPresent((line) -> {
				if (given.quantity() != 0 || given.total().signum() != 0 || !given.taxes().isEmpty()) {
					lines.add(line(given, line));
				}
				int back = Math.min(given.quantity(), line.stockTaken());
				if (draft.restock() && back > 0) {
					line.take(-back);
					returns.add(new StoredRefund.Return(line.id(), line.itemId(), back));
				}
			});
		}
		BigDecimal amount = (draft.amount() != null) ? draft.amount()
				: lines.stream()
					.map((line) -> line.total().add(line.totalTax()))
					.reduce(BigDecimal.ZERO, BigDecimal::add);
		amount = amount.setScale(decimals, RoundingMode.HALF_UP);
		if (amount.signum() < 0 || amount.compareTo(order.refundable().subtract(underWay)) > 0) {
			throw new RefundRefused(RefundRefused.Reason.AMOUNT, "Invalid refund amount.");
		}
		List<MetaEntry> meta = draft.meta()
			.stream()
			.map((entry) -> new MetaEntry(this.metaIds.next(), entry.name(), entry.content()))
			.toList();
		return new StoredRefund(new Refund(this.ids.next(), order.id(), this.clock.instant(), amount, draft.reason(),
				draft.refundedBy(), draft.pay(), lines, taxLines(lines, order), meta), returns);
	}

	private RefundLine line(RefundDraft.Line given, StoredLine line) {
		RefundLine.Kind kind = RefundLine.Kind.valueOf(line.kind().name());
		BigDecimal tax = given.taxes().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		List<LineTax> taxes = given.taxes()
			.entrySet()
			.stream()
			.map((entry) -> new LineTax(entry.getKey(), entry.getValue(),
					(kind == RefundLine.Kind.GOODS) ? entry.getValue() : null))
			.toList();
		return new RefundLine(this.lineIds.next(), this.metaIds.next(), line.id(), kind, line.name(), line.productId(),
				(line.itemId() != line.productId()) ? line.itemId() : 0, line.methodId(), line.instanceId(),
				line.taxClass(), line.taxStatus(), given.quantity(), given.total(), tax, taxes);
	}

	private List<TaxLine> taxLines(List<RefundLine> lines, StoredOrder order) {
		Map<Long, BigDecimal> goods = new LinkedHashMap<>();
		Map<Long, BigDecimal> shipping = new LinkedHashMap<>();
		for (RefundLine line : lines) {
			line.taxes()
				.forEach((tax) -> ((line.kind() == RefundLine.Kind.SHIPPING) ? shipping : goods).merge(tax.rateId(),
						tax.total(), BigDecimal::add));
		}
		return order.taxLines()
			.stream()
			.filter((tax) -> goods.containsKey(tax.rateId()) || shipping.containsKey(tax.rateId()))
			.map((tax) -> new TaxLine(this.lineIds.next(), tax.rateId(), tax.rateCode(), tax.label(), tax.compound(),
					tax.percent(), goods.getOrDefault(tax.rateId(), BigDecimal.ZERO),
					shipping.getOrDefault(tax.rateId(), BigDecimal.ZERO)))
			.toList();
	}

}
