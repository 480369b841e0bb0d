package dev.banyan.catalog.internal.product;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.banyan.catalog.ProductAdded;
import dev.banyan.catalog.ProductChanged;
import dev.banyan.catalog.ProductRemoved;
import dev.banyan.catalog.ProductRestored;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.Assignments;
import dev.banyan.catalog.ProductContent.Listing;
import dev.banyan.catalog.ProductContent.StockTerms;
import dev.banyan.catalog.ProductContent.Texts;
import dev.banyan.catalog.ProductMoved;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.SkuTaken;
import dev.banyan.catalog.internal.term.StoredTerms;
import dev.banyan.catalog.internal.text.Columns;
import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockLevel;
import dev.banyan.inventory.StockStatus;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;

/**
 * Adds and changes products. The level in inventory is set before the product is
 * committed, under an id that is not used otherwise: what remains of a failure is a level
 * that nobody sees.
 */
@Component
class Editing {

	private static final int ATTEMPTS = 5;

	private final JdbcClient jdbc;

	private final ProductRows rows;

	private final ProductSlugs slugs;

	private final DerivedColumns derived;

	private final Filing filing;

	private final Images images;

	private final MetaNames metaNames;

	private final Stock stock;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final IdSequence ids;

	Editing(JdbcClient jdbc, ProductRows rows, ProductSlugs slugs, DerivedColumns derived, Filing filing, Images images,
			MetaNames metaNames, Stock stock, TransactionTemplate transaction, ApplicationEventPublisher events,
			Clock clock, Identifiers identifiers) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.slugs = slugs;
		this.derived = derived;
		this.filing = filing;
		this.images = images;
		this.metaNames = metaNames;
		this.stock = stock;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
		this.ids = identifiers.sequence("catalog", "product", 101, 1);
	}

	long add(long parentId, ProductContent wanted) {
		ProductContent content = TypeRules.applied(wanted);
		requireFreeSku(0, content);
		long id = this.ids.next();
		StockStatus status = define(id, parentId, null, content, StockStatus.OUT_OF_STOCK);
		write((now) -> {
			ProductContent complete = completed(id, content);
			ProductRow row = new ProductRow(id, parentId, 1, slug(complete), created(complete, now), now, status, 0,
					BigDecimal.ZERO, 0, null, null, complete);
			this.rows.insert(row, Prices.at(complete.pricing(), now), now);
			settle(row, now);
			this.events.publishEvent(new ProductAdded(UUID.randomUUID(), now, id, parentId));
		}, id, content);
		return id;
	}

	void change(long id, long version, ProductContent wanted) {
		ProductContent content = TypeRules.applied(wanted);
		ProductRow before = this.rows.row(id)
			.filter((row) -> row.version() == version)
			.orElseThrow(() -> new ProductMoved(id));
		requireFreeSku(id, content);
		StockStatus status = define(id, before.parentId(), before.content(), content, before.stockStatus());
		write((now) -> {
			ProductContent complete = completed(id, content);
			ProductRow row = new ProductRow(id, before.parentId(), version, slug(complete),
					(complete.listing().created() != null) ? complete.listing().created() : before.created(), now,
					status, before.sold(), before.averageRating(), before.ratingCount(), before.related(),
					before.relatedAt(), complete);
			if (!this.rows.update(row, Prices.at(complete.pricing(), now), now)) {
				throw new ProductMoved(id);
			}
			settle(row, now);
			this.events.publishEvent(event(before, complete.status(), now));
		}, id, content);
	}

	/** Going to the trash is told as a removal, coming back as a restoration. */
	private static Object event(ProductRow before, ProductStatus status, Instant now) {
		boolean wasTrash = before.content().status() == ProductStatus.TRASH;
		boolean isTrash = status == ProductStatus.TRASH;
		if (wasTrash == isTrash) {
			return new ProductChanged(UUID.randomUUID(), now, before.id(), before.parentId());
		}
		return isTrash ? new ProductRemoved(UUID.randomUUID(), now, before.id(), before.parentId())
				: new ProductRestored(UUID.randomUUID(), now, before.id(), before.parentId());
	}

	private void write(Consumer<Instant> step, long id, ProductContent content) {
		for (int attempt = 1;; attempt++) {
			try {
				this.transaction.executeWithoutResult((status) -> step.accept(this.clock.instant()));
				return;
			}
			catch (DuplicateKeyException ex) {
				requireFreeSku(id, content);
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	private void requireFreeSku(long id, ProductContent content) {
		String sku = content.codes().sku();
		if (!sku.isBlank()) {
			Long other = this.rows.idBySku(sku);
			if (other != null && other != id) {
				throw new SkuTaken(sku, other);
			}
		}
	}

	String freeSku(String sku) {
		String free = sku;
		for (int number = 1; this.rows.idBySku(free) != null; number++) {
			free = Columns.indexed(sku, "-" + number);
		}
		return free;
	}

	/** Sets the level in inventory if it changes; returns the status that follows. */
	private StockStatus define(long id, long parentId, @Nullable ProductContent before, ProductContent content,
			StockStatus present) {
		StockTerms terms = content.stock();
		if (before != null && before.type() == content.type() && terms.quantity() == null
				&& before.stock().equals(terms)) {
			return present;
		}
		StockLevel level = this.stock
			.define(List.of(new StockDefinition(id, terms.managed(), terms.quantity(), terms.backorders(),
					terms.lowStockAmount(), terms.status(), (parentId != 0) ? parentId : null)))
			.get(id);
		if (content.type() == ProductType.VARIABLE && !terms.managed()) {
			return present;
		}
		return (level != null) ? level.status() : terms.status();
	}

	private @Nullable String slug(ProductContent content) {
		return content.texts().slug().isEmpty() ? null : content.texts().slug();
	}

	private static Instant created(ProductContent content, Instant now) {
		return (content.listing().created() != null) ? content.listing().created() : now;
	}

	private ProductContent completed(long id, ProductContent content) {
		Texts texts = content.texts();
		Listing listing = content.listing();
		StockTerms stock = content.stock();
		return new ProductContent(content.type(), content.status(),
				new Texts(texts.name(), this.slugs.assigned(id, content), texts.description(), texts.shortDescription(),
						texts.purchaseNote(), texts.password()),
				content.codes(), listing, content.pricing(), content.tax(),
				new StockTerms(stock.managed(), null, stock.backorders(), stock.lowStockAmount(), stock.status(),
						stock.soldIndividually()),
				content.shipping(), content.downloads(), content.external(), content.relations(), filed(content),
				this.images.kept(content.images()), content.attributes(), content.choices(),
				this.metaNames.numbered(content.meta()));
	}

	private static Assignments filed(ProductContent content) {
		Assignments given = content.assignments();
		if (content.type() == ProductType.VARIATION || !given.categories().isEmpty()) {
			return given;
		}
		return new Assignments(List.of(StoredTerms.DEFAULT_CATEGORY), given.tags(), given.brands());
	}

	private void settle(ProductRow row, Instant now) {
		ProductContent content = row.content();
		if (content.type() != ProductType.VARIATION) {
			this.filing.file(row.id(), content);
		}
		this.metaNames.note(row.id(), content.meta());
		this.jdbc.sql("delete from catalog.grouped_product where product_id = ?").param(row.id()).update();
		Set<Long> children = new HashSet<>(content.relations().grouped());
		for (long child : children) {
			this.jdbc.sql("insert into catalog.grouped_product (product_id, child_id) values (?, ?)")
				.params(row.id(), child)
				.update();
		}
		if (content.type() == ProductType.VARIABLE) {
			this.derived.refreshVariable(List.of(row.id()), now);
		}
		if (content.type() == ProductType.GROUPED) {
			this.derived.refreshGrouped(List.of(row.id()), now);
		}
		if (row.parentId() != 0) {
			touch(row.parentId(), now);
		}
		this.derived.refreshWholesOf(List.of(row.id()), now);
	}

	private void touch(long productId, Instant now) {
		this.jdbc.sql("update catalog.product set modified_at = ? where id = ?")
			.params(Columns.time(now), productId)
			.update();
	}

}
