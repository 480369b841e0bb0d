package dev.banyan.ordering.internal;

import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OrderingConfiguration {

	private static final String SCHEMA = "ordering";

	/**
	 * Far above the ids of products, so that a number means one thing in a small shop.
	 */
	private static final long FIRST_ORDER = 100_001;

	@Bean
	IdSequence orderIds(Identifiers identifiers) {
		return identifiers.sequence(SCHEMA, "customer_order", FIRST_ORDER);
	}

	@Bean
	IdSequence orderLineIds(Identifiers identifiers) {
		return identifiers.sequence(SCHEMA, "order_line", 1);
	}

	@Bean
	IdSequence orderNoteIds(Identifiers identifiers) {
		return identifiers.sequence(SCHEMA, "order_note", 1);
	}

	@Bean
	IdSequence orderMetaIds(Identifiers identifiers) {
		return identifiers.sequence(SCHEMA, "meta", 1);
	}

}
