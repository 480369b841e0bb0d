package dev.banyan.ordering.internal;

import javax.sql.DataSource;

import dev.banyan.runtime.data.IdSequence;

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
	IdSequence orderIds(DataSource dataSource) {
		return new IdSequence(dataSource, SCHEMA, "customer_order", FIRST_ORDER);
	}

	@Bean
	IdSequence orderLineIds(DataSource dataSource) {
		return new IdSequence(dataSource, SCHEMA, "order_line", 1);
	}

	@Bean
	IdSequence orderNoteIds(DataSource dataSource) {
		return new IdSequence(dataSource, SCHEMA, "order_note", 1);
	}

	@Bean
	IdSequence orderMetaIds(DataSource dataSource) {
		return new IdSequence(dataSource, SCHEMA, "meta", 1);
	}

}
