package dev.banyan.catalog.internal.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.banyan.catalog.ProductContent.Meta;
import dev.banyan.catalog.Slice;
import dev.banyan.catalog.internal.text.Columns;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;

/**
 * What integrations store with products: its numbering and its names.
 */
@Component
class MetaNames {

	/** What every product has. */
	private static final String SALES = "total_sales";

	private final JdbcClient jdbc;

	private final IdSequence ids;

	MetaNames(JdbcClient jdbc, Identifiers identifiers) {
		this.jdbc = jdbc;
		this.ids = identifiers.sequence("catalog", "meta", 1, 50);
	}

	/** Numbers those that are new. */
	List<Meta> numbered(List<Meta> entries) {
		List<Meta> numbered = new ArrayList<>();
		for (Meta entry : entries) {
			numbered.add((entry.id() != 0) ? entry : new Meta(this.ids.next(), entry.name(), entry.json()));
		}
		return numbered;
	}

	void note(long productId, List<Meta> entries) {
		Set<String> names = entries.stream()
			.map((entry) -> Columns.indexed(entry.name()).strip().toLowerCase(Locale.ROOT))
			.collect(Collectors.toCollection(HashSet::new));
		names.add(SALES);
		this.jdbc.sql("delete from catalog.meta_name where product_id = ?").param(productId).update();
		for (String name : names) {
			if (!name.isEmpty()) {
				this.jdbc.sql("insert into catalog.meta_name (product_id, name) values (?, ?)")
					.params(productId, name)
					.update();
			}
		}
	}

	Slice<String> names(String search, boolean descending, long offset, int limit) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("search", Columns.containing(search));
		String from = " from catalog.meta_name where name like :search escape '!' and name not like '!_%' escape '!'";
		long total = this.jdbc.sql("select count(distinct name)" + from).params(parameters).query(Long.class).single();
		parameters.put("limit", limit);
		parameters.put("offset", offset);
		List<String> names = this.jdbc
			.sql("select distinct name" + from + " order by name" + (descending ? " desc" : "")
					+ " limit :limit offset :offset")
			.params(parameters)
			.query(String.class)
			.list();
		return new Slice<>(names, total);
	}

}
