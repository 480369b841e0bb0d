package dev.banyan.catalog.internal.term;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.banyan.catalog.DefaultCategory;
import dev.banyan.catalog.Slice;
import dev.banyan.catalog.Taxonomy;
import dev.banyan.catalog.Term;
import dev.banyan.catalog.TermContent;
import dev.banyan.catalog.TermExists;
import dev.banyan.catalog.TermQuery;
import dev.banyan.catalog.Terms;
import dev.banyan.catalog.UnknownParentTerm;
import dev.banyan.catalog.internal.Contended;
import dev.banyan.catalog.internal.text.Columns;
import dev.banyan.catalog.internal.text.Slugs;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;

/**
 * Terms in the table {@code term}.
 */
@Component
public class StoredTerms implements Terms {

	/** The category of products without one. */
	public static final long DEFAULT_CATEGORY = 15;

	private static final RowMapper<Term> TERM = (row, number) -> new Term(row.getLong("id"),
			new Taxonomy(row.getString("taxonomy")), row.getString("name"), row.getString("slug"),
			row.getLong("parent_id"), row.getString("description"), row.getString("display"), row.getLong("image_id"),
			row.getInt("menu_order"), row.getInt("product_count"));

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final IdSequence ids;

	StoredTerms(JdbcClient jdbc, TransactionTemplate transaction, Identifiers identifiers) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.ids = identifiers.sequence("catalog", "term", 16, 1);
	}

	@Override
	public Slice<Term> find(Taxonomy taxonomy, TermQuery query) {
		if (query.include() != null && query.include().isEmpty()) {
			return new Slice<>(List.of(), 0);
		}
		TermSearch search = new TermSearch(taxonomy, query);
		long total = this.jdbc.sql("select count(*)" + search.from())
			.params(search.parameters())
			.query(Long.class)
			.single();
		List<Term> terms = (total == 0) ? List.of()
				: this.jdbc.sql("select t.*" + search.from() + search.orderAndLimit())
					.params(search.parameters())
					.query(TERM)
					.list();
		return new Slice<>(terms, total);
	}

	@Override
	public Optional<Term> term(Taxonomy taxonomy, long id) {
		return this.jdbc.sql("select * from catalog.term where id = ? and taxonomy = ?")
			.params(id, taxonomy.name())
			.query(TERM)
			.optional();
	}

	@Override
	public Optional<Term> bySlug(Taxonomy taxonomy, String slug) {
		return this.jdbc.sql("select * from catalog.term where taxonomy = ? and slug = ?")
			.params(taxonomy.name(), slug)
			.query(TERM)
			.optional();
	}

	/**
	 * Reads terms of any kind.
	 * @param termIds any number of terms
	 * @return those that exist
	 */
	public Map<Long, Term> terms(Collection<Long> termIds) {
		Map<Long, Term> terms = new HashMap<>();
		if (!termIds.isEmpty()) {
			this.jdbc.sql("select * from catalog.term where id in (:ids)")
				.param("ids", Set.copyOf(termIds))
				.query(TERM)
				.list()
				.forEach((term) -> terms.put(term.id(), term));
		}
		return terms;
	}

	/**
	 * Reads the terms of several taxonomies by their slugs.
	 * @param taxonomies the kinds of terms
	 * @param slugs the slugs
	 * @return every term of these kinds with one of these slugs
	 */
	public List<Term> bySlugs(Set<Taxonomy> taxonomies, Set<String> slugs) {
		if (taxonomies.isEmpty() || slugs.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("select * from catalog.term where taxonomy in (:taxonomies) and slug in (:slugs)")
			.param("taxonomies", taxonomies.stream().map(Taxonomy::name).toList())
			.param("slugs", slugs)
			.query(TERM)
			.list();
	}

	@Override
	public Map<String, Term> named(Taxonomy taxonomy, Set<String> names) {
		Map<String, Term> terms = new LinkedHashMap<>();
		for (String name : names) {
			if (!name.isBlank()) {
				terms.put(name, byName(taxonomy, name, 0).or(() -> bySlug(taxonomy, Slugs.of(name)))
					.orElseGet(() -> addOrFind(taxonomy, name)));
			}
		}
		return terms;
	}

	private Term addOrFind(Taxonomy taxonomy, String name) {
		try {
			return add(taxonomy, new TermContent(name, "", 0, "", "default", 0, 0));
		}
		catch (TermExists ex) {
			return term(taxonomy, ex.termId()).orElseThrow(() -> ex);
		}
	}

	@Override
	public Term add(Taxonomy taxonomy, TermContent content) {
		requireParent(taxonomy, content.parentId());
		String wanted = Slugs.of(content.slug().isEmpty() ? content.name() : content.slug());
		Optional<Term> sameName = byName(taxonomy, content.name(), content.parentId());
		if (sameName.isPresent() && (content.slug().isEmpty() || sameName.get().slug().equals(wanted))) {
			throw new TermExists(sameName.get().id(), false);
		}
		if (!content.slug().isEmpty()) {
			bySlug(taxonomy, wanted).ifPresent((other) -> {
				throw new TermExists(other.id(), true);
			});
		}
		long id = this.ids.next();
		String slug = free(taxonomy, wanted.isEmpty() ? String.valueOf(id) : wanted, id, content.parentId());
		Term term = new Term(id, taxonomy, content.name(), slug, content.parentId(), content.description(),
				content.display(), content.imageId(), content.menuOrder(), 0);
		try {
			insert(term);
		}
		catch (DuplicateKeyException ex) {
			throw new TermExists(bySlug(taxonomy, slug).map(Term::id).orElse(0L), true);
		}
		return term;
	}

	@Override
	public Term change(Term term, TermContent content) {
		requireParent(term.taxonomy(), content.parentId());
		long parent = (content.parentId() != term.id()) ? content.parentId() : term.parentId();
		String slug = Slugs.of(content.slug());
		if (slug.isEmpty()) {
			slug = term.slug();
		}
		else if (!slug.equals(term.slug())) {
			bySlug(term.taxonomy(), slug).ifPresent((other) -> {
				throw new TermExists(other.id(), true);
			});
		}
		Term changed = new Term(term.id(), term.taxonomy(), content.name(), slug, parent, content.description(),
				content.display(), content.imageId(), content.menuOrder(), term.count());
		this.transaction.executeWithoutResult((status) -> {
			update(changed);
			if (parent != term.parentId()) {
				new TermClosure(this.jdbc).rebuild(term.taxonomy(), term.id());
			}
		});
		return term(term.taxonomy(), term.id()).orElse(changed);
	}

	@Override
	public void delete(Term term) {
		if (term.id() == DEFAULT_CATEGORY) {
			throw new DefaultCategory();
		}
		Contended.run(this.transaction, (status) -> {
			TermClosure closure = new TermClosure(this.jdbc);
			List<Long> products = closure.productsOf(term.id());
			this.jdbc.sql("update catalog.term set parent_id = ? where taxonomy = ? and parent_id = ?")
				.params(term.parentId(), term.taxonomy().name(), term.id())
				.update();
			this.jdbc.sql("delete from catalog.product_term where term_id = ?").param(term.id()).update();
			this.jdbc.sql("delete from catalog.term where id = ?").param(term.id()).update();
			if (term.taxonomy().equals(Taxonomy.SHIPPING_CLASS)) {
				this.jdbc.sql("update catalog.product set shipping_class_id = 0 where shipping_class_id = ?")
					.param(term.id())
					.update();
			}
			if (term.taxonomy().equals(Taxonomy.CATEGORY)) {
				closure.giveDefault(products, DEFAULT_CATEGORY);
			}
		});
	}

	@Override
	public String freeSlug(Taxonomy taxonomy, String name) {
		return Slugs.free(Slugs.of(name), (slug) -> bySlug(taxonomy, slug).isPresent());
	}

	/**
	 * The categories or brands above others, themselves included.
	 * @param direct any number of terms
	 * @return these terms and all above them that exist
	 */
	public Set<Long> withAncestors(Collection<Long> direct) {
		Set<Long> all = new HashSet<>();
		Collection<Long> level = direct;
		while (!level.isEmpty()) {
			List<Long> next = new ArrayList<>();
			for (Term term : terms(level).values()) {
				if (all.add(term.id()) && term.parentId() != 0 && !all.contains(term.parentId())) {
					next.add(term.parentId());
				}
			}
			level = next;
		}
		return all;
	}

	private Optional<Term> byName(Taxonomy taxonomy, String name, long parentId) {
		return this.jdbc
			.sql("select * from catalog.term where taxonomy = ? and sort_name = ? and parent_id = ? order by id")
			.params(taxonomy.name(), Columns.indexed(name), parentId)
			.query(TERM)
			.list()
			.stream()
			.filter((term) -> term.name().equalsIgnoreCase(name))
			.findFirst();
	}

	private void requireParent(Taxonomy taxonomy, long parentId) {
		if (parentId != 0 && term(taxonomy, parentId).isEmpty()) {
			throw new UnknownParentTerm(parentId);
		}
	}

	private String free(Taxonomy taxonomy, String wanted, long id, long parentId) {
		if (bySlug(taxonomy, wanted).isEmpty()) {
			return wanted;
		}
		String base = wanted;
		if (parentId != 0) {
			base = term(taxonomy, parentId).map((parent) -> wanted + "-" + parent.slug())
				.map(Columns::indexed)
				.orElse(wanted);
		}
		return Slugs.free(base, (slug) -> bySlug(taxonomy, slug).filter((other) -> other.id() != id).isPresent());
	}

	private void insert(Term term) {
		this.jdbc.sql("""
				insert into catalog.term (id, taxonomy, name, sort_name, slug, parent_id, description, display,
					image_id, menu_order, product_count)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""")
			.params(term.id(), term.taxonomy().name(), term.name(), Columns.indexed(term.name()), term.slug(),
					term.parentId(), term.description(), term.display(), term.imageId(), term.menuOrder())
			.update();
	}

	private void update(Term term) {
		this.jdbc.sql("""
				update catalog.term set name = ?, sort_name = ?, slug = ?, parent_id = ?, description = ?,
					display = ?, image_id = ?, menu_order = ?
				where id = ?""")
			.params(term.name(), Columns.indexed(term.name()), term.slug(), term.parentId(), term.description(),
					term.display(), term.imageId(), term.menuOrder(), term.id())
			.update();
	}

}
