package dev.banyan.runtime;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class NewPublicationsTests {

	private JdbcTemplate jdbc;

	private TransactionTemplate transaction;

	private NewPublications publications;

	@BeforeEach
	void store() {
		JdbcDataSource source = new JdbcDataSource();
		source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		this.jdbc = new JdbcTemplate(source);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
		this.jdbc.execute("""
				create table publication (id uuid primary key, event_type varchar(99), listener_id varchar(99),
				publication_date timestamp(6), serialized_event varchar(99), status varchar(20),
				completion_attempts int, last_resubmission_date timestamp(6))""");
		this.publications = new NewPublications(this.jdbc, new Words(), "publication", true);
	}

	@Test
	void areStoredWithTheTransaction() {
		List<TargetEventPublication> added = IntStream.range(0, 3).mapToObj((i) -> publication("event " + i)).toList();
		this.transaction.executeWithoutResult((status) -> {
			assertThat(added).allMatch(this.publications::add);
			assertThat(stored()).isZero();
		});
		assertThat(this.jdbc.queryForList("select id from publication", UUID.class))
			.containsExactlyInAnyOrderElementsOf(added.stream().map(TargetEventPublication::getIdentifier).toList());
		assertThat(this.jdbc.queryForList("select event_type || listener_id || serialized_event || status"
				+ " || completion_attempts from publication order by serialized_event", String.class))
			.containsExactly("java.lang.StringlistenerEVENT 0PUBLISHED1", "java.lang.StringlistenerEVENT 1PUBLISHED1",
					"java.lang.StringlistenerEVENT 2PUBLISHED1");
	}

	@Test
	void areForgottenIfItIsRolledBack() {
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.publications.add(publication("never happened"))).isTrue();
			status.setRollbackOnly();
		});
		this.transaction.executeWithoutResult((status) -> this.publications.add(publication("happened")));
		assertThat(this.jdbc.queryForList("select serialized_event from publication", String.class))
			.containsExactly("HAPPENED");
	}

	@Test
	void areAllStoredIfThereAreMoreThanOneStatementTakes() {
		this.transaction.executeWithoutResult(
				(status) -> IntStream.range(0, 250).forEach((i) -> this.publications.add(publication("event " + i))));
		assertThat(stored()).isEqualTo(250);
	}

	@Test
	void areLeftToTheRegistryOutsideATransactionAndOnceOthersAreStored() {
		assertThat(this.publications.add(publication("outside"))).isFalse();
		this.transaction.executeWithoutResult((status) -> {
			this.publications.add(publication("early"));
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void beforeCommit(boolean readOnly) {
					assertThat(NewPublicationsTests.this.publications.add(publication("late"))).isFalse();
				}
			});
		});
		assertThat(stored()).isOne();
	}

	private static TargetEventPublication publication(String event) {
		return TargetEventPublication.of(event, PublicationTargetIdentifier.of("listener"), Instant.now());
	}

	private int stored() {
		return this.jdbc.queryForObject("select count(*) from publication", Integer.class);
	}

	private static final class Words implements EventSerializer {

		@Override
		public Object serialize(Object event) {
			return event.toString().toUpperCase();
		}

		@Override
		public <T> T deserialize(Object serialized, Class<T> type) {
			throw new UnsupportedOperationException();
		}

	}

}
