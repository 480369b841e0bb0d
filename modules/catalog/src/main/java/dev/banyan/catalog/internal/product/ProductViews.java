package dev.banyan.catalog.internal.product;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.banyan.catalog.Attribute;
import dev.banyan.catalog.Attributes;
import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent.AttributeUse;
import dev.banyan.catalog.ProductContent.Choice;
import dev.banyan.catalog.ProductContent.StockTerms;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.Taxonomy;
import dev.banyan.catalog.Term;
import dev.banyan.catalog.internal.term.StoredTerms;
import dev.banyan.catalog.internal.text.Slugs;
import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockLevel;
import dev.banyan.inventory.StockStatus;

/**
 * Makes products of rows: with a fixed number of statements and one call of inventory,
 * however many rows there are.
 */
@Component
class ProductViews {

	private final ProductRows rows;

	private final StoredTerms terms;

	private final Attributes attributes;

	private final Filing filing;

	private final Stock stock;

	private final Clock clock;

	ProductViews(ProductRows rows, StoredTerms terms, Attributes attributes, Filing filing, Stock stock, Clock clock) {
		this.rows = rows;
		this.terms = terms;
		this.attributes = attributes;
		this.filing = filing;
		this.stock = stock;
		this.clock = clock;
	}

	List<Product> products(List<ProductRow> rows) {
		if (rows.isEmpty()) {
			return List.of();
		}
		Instant now = this.clock.instant();
		Map<Long, StockLevel> levels = this.stock.levels(rows.stream().map(ProductRow::id).collect(Collectors.toSet()));
		return products(rows, levels, this.filing.related(rows, now), true, now);
	}

	/**
	 * Without stock, related products, what they are filed under and how attributes
	 * describe them: neither inventory nor, most often, terms are asked for.
	 */
	List<Product> toBeSold(List<ProductRow> rows) {
		return products(rows, Map.of(), Map.of(), false, this.clock.instant());
	}

	private List<Product> products(List<ProductRow> rows, Map<Long, StockLevel> levels, Map<Long, List<Long>> related,
			boolean described, Instant now) {
		Map<Long, ProductRow> parents = this.rows
			.rows(rows.stream().map(ProductRow::parentId).filter((id) -> id != 0).toList());
		Map<Long, List<PartRow>> variations = this.rows.variations(ids(rows, ProductType.VARIABLE))
			.stream()
			.collect(Collectors.groupingBy(PartRow::parentId));
		Map<Long, PartRow> grouped = this.rows.parts(rows.stream()
			.flatMap((row) -> row.content().relations().grouped().stream())
			.collect(Collectors.toSet()));
		Names names = names(rows, parents.values(), described);
		return rows.stream().map((row) -> {
			ProductRow parent = parents.get(row.parentId());
			List<PartRow> parts = variations.getOrDefault(row.id(), List.of());
			return new Product(row.id(), row.parentId(), row.version(), row.content(), row.created(), row.modified(),
					price(row, parts, grouped, now), level(row, levels.get(row.id())), row.sold(),
					new Product.Rating(row.averageRating(), row.ratingCount()),
					names.terms(row.content().assignments().categories()),
					names.terms(row.content().assignments().tags()), names.terms(row.content().assignments().brands()),
					names.term(row.content().shipping().classId()),
					row.content().attributes().stream().map(names::described).toList(),
					row.content().choices().stream().map((choice) -> names.chosen(choice, row, parent)).toList(),
					parts.stream().map(PartRow::id).toList(), related.getOrDefault(row.id(), List.of()),
					(parent != null) ? new Product.Parent(Objects.requireNonNullElse(parent.slug(), ""),
							parent.content(), names.term(parent.content().shipping().classId())) : null);
		}).toList();
	}

	private static List<Long> ids(List<ProductRow> rows, ProductType type) {
		return rows.stream().filter((row) -> row.content().type() == type).map(ProductRow::id).toList();
	}

	private static Product.Price price(ProductRow row, List<PartRow> variations, Map<Long, PartRow> grouped,
			Instant now) {
		return switch (row.content().type()) {
			case VARIABLE -> Prices.range(variations.stream()
				.filter((part) -> part.status() == ProductStatus.PUBLISH)
				.map((part) -> part.priceAt(now))
				.toList());
			case GROUPED -> Prices.range(row.content()
				.relations()
				.grouped()
				.stream()
				.map(grouped::get)
				.filter(Objects::nonNull)
				.map((part) -> part.priceAt(now))
				.toList());
			case SIMPLE, EXTERNAL, VARIATION -> Prices.at(row.content().pricing(), now);
		};
	}

	/** The level in inventory, or what follows from the product itself. */
	private static StockLevel level(ProductRow row, @Nullable StockLevel level) {
		StockTerms terms = row.content().stock();
		if (row.content().type() == ProductType.VARIABLE && !terms.managed()) {
			return unmanaged(row.id(), terms, row.stockStatus());
		}
		return (level != null) ? level : unmanaged(row.id(), terms, terms.status());
	}

	private static StockLevel unmanaged(long id, StockTerms terms, StockStatus status) {
		return new StockLevel(id, id, false, null, 0, terms.backorders(), terms.lowStockAmount(), status);
	}

	private Names names(List<ProductRow> rows, Collection<ProductRow> parents, boolean described) {
		Set<Long> termIds = new HashSet<>();
		Set<Taxonomy> taxonomies = new HashSet<>();
		Set<String> slugs = new HashSet<>();
		Stream.concat(rows.stream(), parents.stream()).map(ProductRow::content).forEach((content) -> {
			if (described) {
				termIds.addAll(content.assignments().categories());
				termIds.addAll(content.assignments().tags());
				termIds.addAll(content.assignments().brands());
				content.attributes().forEach((use) -> termIds.addAll(use.termIds()));
			}
			termIds.add(content.shipping().classId());
			content.choices().stream().filter((choice) -> choice.attributeId() != 0).forEach((choice) -> {
				taxonomies.add(Taxonomy.ofAttribute(choice.attributeId()));
				slugs.add(choice.option());
			});
		});
		termIds.remove(0L);
		boolean named = Stream.concat(rows.stream(), parents.stream())
			.map(ProductRow::content)
			.anyMatch((content) -> (described && !content.attributes().isEmpty()) || !content.choices().isEmpty());
		Map<Long, Attribute> attributes = (named ? this.attributes.all() : List.<Attribute>of()).stream()
			.collect(Collectors.toMap(Attribute::id, Function.identity()));
		Map<Taxonomy, Map<String, Term>> bySlug = new HashMap<>();
		this.terms.bySlugs(taxonomies, slugs)
			.forEach((term) -> bySlug.computeIfAbsent(term.taxonomy(), (taxonomy) -> new HashMap<>())
				.put(term.slug(), term));
		return new Names(this.terms.terms(termIds), attributes, bySlug);
	}

	/**
	 * The names of terms and attributes.
	 */
	record Names(Map<Long, Term> terms, Map<Long, Attribute> attributes, Map<Taxonomy, Map<String, Term>> bySlug) {

		@Nullable Term term(long id) {
			return this.terms.get(id);
		}

		List<Term> terms(List<Long> ids) {
			List<Term> found = new ArrayList<>();
			for (long id : ids) {
				Term term = this.terms.get(id);
				if (term != null) {
					found.add(term);
				}
			}
			found.sort(Comparator.comparing(Term::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Term::id));
			return found;
		}

		Product.Described described(AttributeUse use) {
			Attribute attribute = this.attributes.get(use.attributeId());
			if (attribute == null) {
				return new Product.Described(use, use.name(), use.name(), use.options());
			}
			return new Product.Described(use, attribute.name(), attribute.slug(),
					terms(use.termIds()).stream().map(Term::name).toList());
		}

		Product.Chosen chosen(Choice choice, ProductRow row, @Nullable ProductRow parent) {
			Attribute attribute = this.attributes.get(choice.attributeId());
			if (attribute == null) {
				return new Product.Chosen(0, label(choice.name(), parent), Slugs.of(choice.name()), choice.option(),
						choice.option());
			}
			Term term = this.bySlug.getOrDefault(Taxonomy.ofAttribute(attribute.id()), Map.of()).get(choice.option());
			return new Product.Chosen(attribute.id(), attribute.name(), attribute.slug(), choice.option(),
					(term != null) ? term.name() : choice.option());
		}

		private static String label(String name, @Nullable ProductRow parent) {
			if (parent != null) {
				for (AttributeUse use : parent.content().attributes()) {
					if (use.attributeId() == 0 && Slugs.of(use.name()).equals(Slugs.of(name))) {
						return use.name();
					}
				}
			}
			return name;
		}

	}

}
