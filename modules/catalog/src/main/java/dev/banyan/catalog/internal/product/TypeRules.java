package dev.banyan.catalog.internal.product;

import java.util.List;

import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.External;
import dev.banyan.catalog.ProductContent.Pricing;
import dev.banyan.catalog.ProductContent.Relations;
import dev.banyan.catalog.ProductContent.StockTerms;
import dev.banyan.catalog.ProductContent.Texts;
import dev.banyan.catalog.ProductType;
import dev.banyan.inventory.Backorders;
import dev.banyan.inventory.StockStatus;

/**
 * What each type of product has of its own and what it cannot have.
 */
final class TypeRules {

	private static final Pricing NO_PRICE = new Pricing("", "", null, null);

	private static final External NOT_EXTERNAL = new External("", "");

	private TypeRules() {
	}

	static ProductContent applied(ProductContent content) {
		ProductType type = content.type();
		Pricing pricing = ownPrice(type) ? content.pricing() : NO_PRICE;
		StockTerms stock = (type == ProductType.EXTERNAL) ? neverCounted(content.stock()) : content.stock();
		External external = (type == ProductType.EXTERNAL) ? content.external() : NOT_EXTERNAL;
		Relations relations = (type == ProductType.GROUPED) ? content.relations()
				: new Relations(content.relations().upsells(), content.relations().crossSells(), List.of(),
						content.relations().parent());
		return new ProductContent(type, content.status(), named(content), content.codes(), content.listing(), pricing,
				content.tax(), stock, content.shipping(), content.downloads(), external, relations,
				content.assignments(), content.images(), content.attributes(), content.choices(), content.meta());
	}

	private static boolean ownPrice(ProductType type) {
		return type != ProductType.GROUPED && type != ProductType.VARIABLE;
	}

	private static StockTerms neverCounted(StockTerms stock) {
		return new StockTerms(false, null, Backorders.NO, null, StockStatus.IN_STOCK, stock.soldIndividually());
	}

	private static Texts named(ProductContent content) {
		Texts texts = content.texts();
		if (content.type() == ProductType.VARIATION || !texts.name().isBlank()) {
			return texts;
		}
		return new Texts("Product", texts.slug(), texts.description(), texts.shortDescription(), texts.purchaseNote(),
				texts.password());
	}

}
