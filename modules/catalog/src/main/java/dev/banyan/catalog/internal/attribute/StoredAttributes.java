package dev.banyan.catalog.internal.attribute;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.banyan.catalog.Attribute;
import dev.banyan.catalog.AttributeRefused;
import dev.banyan.catalog.AttributeRefused.Reason;
import dev.banyan.catalog.Attributes;
import dev.banyan.catalog.Taxonomy;
import dev.banyan.catalog.internal.Contended;
import dev.banyan.catalog.internal.text.Slugs;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;

/**
 * Attributes in the table {@code attribute}.
 */
@Component
class StoredAttributes implements Attributes {

	private static final String PREFIX = "pa_";

	private static final int LONGEST = 28;

	/** Words that addresses use for something else. */
	private static final Set<String> RESERVED = Set.of("attachment", "author", "category", "category_name", "cat",
			"date", "day", "error", "feed", "hour", "minute", "month", "name", "order", "orderby", "p", "page", "paged",
			"post", "post_type", "posts", "product", "search", "second", "status", "tag", "taxonomy", "term", "terms",
			"theme", "title", "type", "withcomments", "year");

	private static final RowMapper<Attribute> ATTRIBUTE = (row, number) -> new Attribute(row.getLong("id"),
			row.getString("name"), row.getString("slug"), row.getString("attribute_type"), row.getString("order_by"),
			row.getBoolean("archives"));

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final IdSequence ids;

	StoredAttributes(JdbcClient jdbc, TransactionTemplate transaction, Identifiers identifiers) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.ids = identifiers.sequence("catalog", "attribute", 1, 1);
	}

	@Override
	public List<Attribute> all() {
		return this.jdbc.sql("select * from catalog.attribute order by slug, id").query(ATTRIBUTE).list();
	}

	@Override
	public Optional<Attribute> attribute(long id) {
		return this.jdbc.sql("select * from catalog.attribute where id = ?").param(id).query(ATTRIBUTE).optional();
	}

	@Override
	public Attribute save(Attribute attribute) {
		String slug = Slugs.of(attribute.slug().isEmpty() ? attribute.name() : attribute.slug());
		String bare = slug.startsWith(PREFIX) ? slug.substring(PREFIX.length()) : slug;
		if (bare.length() > LONGEST) {
			throw new AttributeRefused(Reason.TOO_LONG, bare);
		}
		if (RESERVED.contains(bare)) {
			throw new AttributeRefused(Reason.RESERVED, bare);
		}
		boolean taken = this.jdbc.sql("select count(*) from catalog.attribute where slug = ? and id <> ?")
			.params(PREFIX + bare, attribute.id())
			.query(Long.class)
			.single() > 0;
		if (taken) {
			throw new AttributeRefused(Reason.TAKEN, bare);
		}
		try {
			return store(new Attribute(attribute.id(), attribute.name(), PREFIX + bare, attribute.type(),
					attribute.orderBy(), attribute.archives()));
		}
		catch (DuplicateKeyException ex) {
			throw new AttributeRefused(Reason.TAKEN, bare);
		}
	}

	private Attribute store(Attribute attribute) {
		if (attribute.id() != 0) {
			this.jdbc.sql("""
					update catalog.attribute set name = ?, slug = ?, attribute_type = ?, order_by = ?, archives = ?
					where id = ?""")
				.params(attribute.name(), attribute.slug(), attribute.type(), attribute.orderBy(), attribute.archives(),
						attribute.id())
				.update();
			return attribute;
		}
		Attribute added = new Attribute(this.ids.next(), attribute.name(), attribute.slug(), attribute.type(),
				attribute.orderBy(), attribute.archives());
		this.jdbc.sql("""
				insert into catalog.attribute (id, name, slug, attribute_type, order_by, archives)
				values (?, ?, ?, ?, ?, ?)""")
			.params(added.id(), added.name(), added.slug(), added.type(), added.orderBy(), added.archives())
			.update();
		return added;
	}

	@Override
	public void delete(long id) {
		String taxonomy = Taxonomy.ofAttribute(id).name();
		Contended.run(this.transaction, (status) -> {
			this.jdbc
				.sql("""
						delete from catalog.product_term where term_id in (select id from catalog.term where taxonomy = ?)""")
				.param(taxonomy)
				.update();
			this.jdbc.sql("delete from catalog.term where taxonomy = ?").param(taxonomy).update();
			this.jdbc.sql("delete from catalog.attribute where id = ?").param(id).update();
		});
	}

}
