package dev.banyan.catalog.internal.product;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.Meta;
import dev.banyan.catalog.ProductRemoved;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.internal.Contended;
import dev.banyan.inventory.Stock;

/**
 * Throws products away and deletes them.
 */
@Component
class Removing {

	private final ProductRows rows;

	private final Editing editing;

	private final Filing filing;

	private final DerivedColumns derived;

	private final Stock stock;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final JsonMapper json;

	private final Clock clock;

	Removing(ProductRows rows, Editing editing, Filing filing, DerivedColumns derived, Stock stock,
			TransactionTemplate transaction, ApplicationEventPublisher events, JsonMapper json, Clock clock) {
		this.rows = rows;
		this.editing = editing;
		this.filing = filing;
		this.derived = derived;
		this.stock = stock;
		this.transaction = transaction;
		this.events = events;
		this.json = json;
		this.clock = clock;
	}

	void trash(long id) {
		Optional<ProductRow> row = this.rows.row(id);
		if (row.isPresent() && row.get().content().status() != ProductStatus.TRASH) {
			this.editing.change(id, row.get().version(), trashed(row.get().content()));
		}
	}

	/** Remembers what it was, as the shop's own back office does. */
	private ProductContent trashed(ProductContent content) {
		List<Meta> meta = new ArrayList<>(content.meta());
		meta.add(entry("_wp_trash_meta_status", content.status().name().toLowerCase(Locale.ROOT)));
		meta.add(entry("_wp_trash_meta_time", String.valueOf(this.clock.instant().getEpochSecond())));
		meta.add(entry("_wp_desired_post_slug", content.texts().slug()));
		return new ProductContent(content.type(), ProductStatus.TRASH, content.texts(), content.codes(),
				content.listing(), content.pricing(), content.tax(), content.stock(), content.shipping(),
				content.downloads(), content.external(), content.relations(), content.assignments(), content.images(),
				content.attributes(), content.choices(), meta);
	}

	private Meta entry(String name, String text) {
		return new Meta(0, name, this.json.writeValueAsString(text));
	}

	void delete(long id) {
		Optional<ProductRow> found = this.rows.row(id);
		if (found.isEmpty()) {
			return;
		}
		List<Long> all = new ArrayList<>(this.rows.idsOfVariations(id));
		all.add(id);
		Contended.run(this.transaction, (status) -> {
			Instant now = this.clock.instant();
			this.filing.unfile(id);
			this.rows.remove(all);
			this.derived.refreshAfterRemoval(found.get(), now);
			all.forEach((gone) -> this.events.publishEvent(
					new ProductRemoved(UUID.randomUUID(), now, gone, (gone != id) ? id : found.get().parentId())));
		});
		this.stock.remove(new HashSet<>(all));
	}

}
