package dev.banyan.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@SpringBootApplication
class CatalogTestApplication {

	@Bean
	@Primary
	SetClock setClock() {
		return new SetClock();
	}

	@Bean
	static CountingDataSources countingDataSources() {
		return new CountingDataSources();
	}

	/**
	 * A clock that is set by tests.
	 */
	static class SetClock extends Clock {

		private Instant now = Instant.parse("2026-11-21T12:00:00Z");

		void advance(long seconds) {
			this.now = this.now.plusSeconds(seconds);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

	/**
	 * Counts prepared statements.
	 */
	static class CountingDataSources implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof DataSource dataSource) ? CountedStatements.of(dataSource) : bean;
		}

	}

}
