package dev.banyan.catalog.internal.product;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.banyan.catalog.ProductContent;
import dev.banyan.runtime.data.WordIndex;
import dev.banyan.runtime.data.WordSearch;

/**
 * The words that products are found by.
 */
@Component
class ProductWords {

	static final int NAME = 1;

	static final int TEXTS = 2;

	static final int SKU = 3;

	private static final int AT_A_TIME = 200;

	private final WordIndex index;

	private final WordSearch search;

	private final TransactionTemplate transaction;

	ProductWords(DataSource dataSource, TransactionTemplate transaction) {
		this.index = new WordIndex(dataSource, "catalog", "product_word");
		this.search = this.index.search();
		this.transaction = transaction;
	}

	/** Within the transaction that stores a new product. */
	void add(ProductRow row) {
		this.index.add(row.id(), texts(row.content()));
	}

	/** Within the transaction that stores a product that was there. */
	void put(ProductRow row) {
		this.index.put(row.id(), texts(row.content()));
	}

	void remove(Collection<Long> ids) {
		this.index.remove(ids);
	}

	WordSearch.Condition containing(String name, List<String> texts, Set<Integer> places) {
		return this.search.containing("p.id", name, texts, places);
	}

	private static Map<Integer, String> texts(ProductContent content) {
		Map<Integer, String> texts = new HashMap<>();
		texts.put(NAME, content.texts().name());
		texts.put(TEXTS, content.texts().shortDescription() + '\n' + content.texts().description());
		texts.put(SKU, Objects.requireNonNullElse(ProductRows.skuKey(content), ""));
		return texts;
	}

	@Scheduled(fixedDelayString = "${banyan.catalog.words-interval:2s}")
	void settle() {
		int settled = AT_A_TIME;
		while (settled == AT_A_TIME) {
			settled = Objects.requireNonNull(this.transaction.execute((status) -> this.index.settle(AT_A_TIME)));
		}
	}

}
