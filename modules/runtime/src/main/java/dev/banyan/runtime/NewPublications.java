package dev.banyan.runtime;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores the publications of a transaction in one statement before it is committed: one
 * for every event and listener, as the registry of Spring Modulith would, one by one.
 */
class NewPublications {

	private static final int MOST = 100;

	private final JdbcOperations jdbc;

	private final EventSerializer serializer;

	private final String table;

	private final boolean uuids;

	/**
	 * Where they are stored.
	 * @param table the registry's table
	 * @param uuids whether its ids are of the type UUID; texts otherwise
	 */
	NewPublications(JdbcOperations jdbc, EventSerializer serializer, String table, boolean uuids) {
		this.jdbc = jdbc;
		this.serializer = serializer;
		this.table = table;
		this.uuids = uuids;
	}

	/** False if there is no transaction that is still to be committed. */
	boolean add(TargetEventPublication publication) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()
				|| !TransactionSynchronizationManager.isSynchronizationActive()) {
			return false;
		}
		Batch batch = TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter(Batch.class::isInstance)
			.map(Batch.class::cast)
			.findFirst()
			.orElseGet(() -> {
				Batch added = new Batch();
				TransactionSynchronizationManager.registerSynchronization(added);
				return added;
			});
		return batch.add(publication);
	}

	private void store(List<TargetEventPublication> publications) {
		String row = "(?, ?, ?, ?, ?, ?, ?, ?)";
		this.jdbc.update("insert into " + this.table
				+ " (id, event_type, listener_id, publication_date, serialized_event, status, completion_attempts,"
				+ " last_resubmission_date) values " + String.join(", ", Collections.nCopies(publications.size(), row)),
				publications.stream().flatMap(this::columns).toArray());
	}

	private Stream<Object> columns(TargetEventPublication publication) {
		Timestamp published = Timestamp.from(publication.getPublicationDate());
		return Stream.of(this.uuids ? publication.getIdentifier() : publication.getIdentifier().toString(),
				publication.getEvent().getClass().getName(), publication.getTargetIdentifier().getValue(), published,
				this.serializer.serialize(publication.getEvent()).toString(), publication.getStatus().name(), 1,
				published);
	}

	/**
	 * Those of a transaction.
	 */
	private final class Batch implements TransactionSynchronization {

		private final List<TargetEventPublication> publications = new ArrayList<>();

		private boolean stored;

		boolean add(TargetEventPublication publication) {
			if (!this.stored) {
				this.publications.add(publication);
			}
			return !this.stored;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			this.stored = true;
			for (int from = 0; from < this.publications.size(); from += MOST) {
				store(this.publications.subList(from, Math.min(from + MOST, this.publications.size())));
			}
		}

	}

}
