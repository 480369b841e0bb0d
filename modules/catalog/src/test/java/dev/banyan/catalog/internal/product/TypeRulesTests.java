package dev.banyan.catalog.internal.product;

import java.util.List;

import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.External;
import dev.banyan.catalog.ProductContent.Pricing;
import dev.banyan.catalog.ProductContent.Relations;
import dev.banyan.catalog.ProductContent.StockTerms;
import dev.banyan.catalog.ProductType;
import dev.banyan.inventory.Backorders;
import dev.banyan.inventory.StockStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TypeRulesTests {

	@Test
	void leavesASimpleProductItsPriceAndStock() {
		ProductContent content = TypeRules.applied(everything(ProductType.SIMPLE));
		assertThat(content.pricing().regular()).isEqualTo("10");
		assertThat(content.stock().managed()).isTrue();
		assertThat(content.external().url()).isEmpty();
		assertThat(content.relations().grouped()).isEmpty();
	}

	@Test
	void neverCountsTheStockOfAnExternalProduct() {
		ProductContent content = TypeRules.applied(everything(ProductType.EXTERNAL));
		assertThat(content.stock().managed()).isFalse();
		assertThat(content.stock().status()).isEqualTo(StockStatus.IN_STOCK);
		assertThat(content.external().url()).isEqualTo("https://example.com");
	}

	@Test
	void takesThePriceFromTheParts() {
		assertThat(TypeRules.applied(everything(ProductType.GROUPED)).pricing().regular()).isEmpty();
		assertThat(TypeRules.applied(everything(ProductType.VARIABLE)).pricing().regular()).isEmpty();
		assertThat(TypeRules.applied(everything(ProductType.GROUPED)).relations().grouped()).containsExactly(7L);
	}

	@Test
	void namesWhatHasNoName() {
		assertThat(TypeRules.applied(everything(ProductType.SIMPLE)).texts().name()).isEqualTo("Product");
	}

	private static ProductContent everything(ProductType type) {
		ProductContent blank = ProductContent.blank(type);
		return new ProductContent(type, blank.status(), blank.texts(), blank.codes(), blank.listing(),
				new Pricing("10", "", null, null), blank.tax(),
				new StockTerms(true, 3, Backorders.YES, 1, StockStatus.OUT_OF_STOCK, false), blank.shipping(),
				blank.downloads(), new External("https://example.com", "Buy"),
				new Relations(List.of(), List.of(), List.of(7L), 0), blank.assignments(), blank.images(),
				blank.attributes(), blank.choices(), blank.meta());
	}

}
