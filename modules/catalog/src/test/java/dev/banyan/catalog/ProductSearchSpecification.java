package dev.banyan.catalog;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import dev.banyan.catalog.ProductContent.Codes;
import dev.banyan.catalog.ProductContent.Texts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a search finds: texts anywhere in names and descriptions, whatever their case and
 * accents.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProductSearchSpecification {

	@Autowired
	private Products products;

	@Autowired
	private JdbcTemplate jdbc;

	@BeforeAll
	void fill() {
		this.products.add(product("Qafé Zürich", "Xylo-Wf/12.b", "<p>A quilted <b>quokka</b>, 100%_pure.</p>"));
		this.products
			.add(product("Quoll rug", "xylo-99", "qwoven: " + "z".repeat(50) + "qend " + "y".repeat(300) + "!"));
		this.products.add(product("Ωμέγα ΟΔΌΣ 日本語の説明", "", ""));
		await().until(() -> count("select count(*) from catalog.product_word_new") > 0 == areNew());
		filled(this.jdbc);
	}

	/** What else there is in the store. */
	void filled(JdbcTemplate jdbc) {
	}

	/** Whether the words of products are not written yet. */
	abstract boolean areNew();

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', nullValues = "-",
			value = { "qafe, Qafé Zürich", "ZÜRI, Qafé Zürich", "uok, Qafé Zürich", "quo, Qafé Zürich;Quoll rug",
					"quo rug, Quoll rug", "quo absentword, -", "<b>quokka, Qafé Zürich", "\"okka,100\", Qafé Zürich",
					"100%_p, Qafé Zürich", "100__p, -", "%_, Qafé Zürich", "qwoven:, Quoll rug", "qwoven;, -",
					"zzzqend, Quoll rug", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzqen, Quoll rug",
					"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzqeX, -", "yyyy!, Quoll rug", "μεγα, Ωμέγα ΟΔΌΣ 日本語の説明",
					"οδος, Ωμέγα ΟΔΌΣ 日本語の説明", "本語の, Ωμέγα ΟΔΌΣ 日本語の説明", "xylo, -" })
	void findsTextsAnywhere(String text, String names) {
		assertThat(found(text, (query, searched) -> query.search = searched)).containsExactlyInAnyOrderElementsOf(
				(names != null) ? Stream.of(names.split(";")).toList() : List.<String>of());
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "lo-w, Qafé Zürich", "f/12, Qafé Zürich", "XYLO, Qafé Zürich;Quoll rug", "f/13, -", "rug, -" })
	void findsPartsOfSkus(String text, String names) {
		assertThat(found(text, (query, searched) -> query.searchSku = searched)).containsExactlyInAnyOrderElementsOf(
				(names != null) ? Stream.of(names.split(";")).toList() : List.<String>of());
	}

	@ParameterizedTest
	@CsvSource({ "olL r, Quoll rug", "qafe, Qafé Zürich", "lo-99, Quoll rug", "Qafé z, Qafé Zürich" })
	void findsNamesOrSkus(String text, String name) {
		assertThat(found(text, (query, searched) -> query.searchNameOrSku = searched)).containsExactly(name);
	}

	@Test
	void findsWhatATextIsNowAndNothingOfWhatIsGone() {
		Product added = this.products.add(product("At first jjkk", "jjkk-0", "stays mmnn"));
		Product product = this.products.change(added.id(), added.version(),
				product("Firstly jjkk", "jjkk-1", "stays mmnn"));
		int words = wordsOf(product);
		Product changed = this.products.change(product.id(), product.version(),
				product("Secondly ppqq", "jjkk-2", "stays mmnn"));
		assertThat(wordsOf(changed)).isEqualTo(words);
		assertThat(found("jjkk", (query, text) -> query.search = text)).isEmpty();
		assertThat(found("jkk-2", (query, text) -> query.searchSku = text)).hasSize(1);
		assertThat(found("ppq mnn", (query, text) -> query.search = text)).hasSize(1);
		this.products.delete(product.id());
		assertThat(wordsOf(product)).isZero();
	}

	private int wordsOf(Product product) {
		return count("select count(*) from catalog.product_word where row_id = ?", product.id());
	}

	private int count(String sql, Object... parameters) {
		Integer rows = this.jdbc.queryForObject(sql, Integer.class, parameters);
		return (rows != null) ? rows : 0;
	}

	private List<String> found(String text, BiConsumer<ProductQuery.Builder, String> search) {
		ProductQuery.Builder query = new ProductQuery.Builder();
		query.limit = 100;
		search.accept(query, text);
		return this.products.find(query.build())
			.items()
			.stream()
			.map((product) -> product.content().texts().name())
			.toList();
	}

	private static ProductContent product(String name, String sku, String description) {
		ProductContent blank = ProductContent.blank(ProductType.SIMPLE);
		return new ProductContent(blank.type(), blank.status(), new Texts(name, "", description, "", "", ""),
				new Codes(sku, ""), blank.listing(), blank.pricing(), blank.tax(), blank.stock(), blank.shipping(),
				blank.downloads(), blank.external(), blank.relations(), blank.assignments(), blank.images(),
				blank.attributes(), blank.choices(), blank.meta());
	}

}
