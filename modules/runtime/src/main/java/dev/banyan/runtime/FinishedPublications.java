package dev.banyan.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Removes publications whose listeners have finished, many in one transaction, and does
 * not note which ones are being listened to: of an event's four durable commits per
 * listener that leaves the publisher's and the listener's own. What a process did not get
 * to remove is given to its listeners again, which are repeat-safe.
 */
class FinishedPublications implements EventPublicationRepository, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(FinishedPublications.class);

	/** Beyond that, while the database fails, they become stale and are heard again. */
	private static final int REMEMBERED = 10_000;

	private final EventPublicationRepository stored;

	private final NewPublications fresh;

	private final BlockingQueue<UUID> finished = new LinkedBlockingQueue<>(REMEMBERED);

	FinishedPublications(EventPublicationRepository stored, NewPublications fresh) {
		this.stored = stored;
		this.fresh = fresh;
	}

	@Scheduled(fixedDelayString = "${banyan.events.removal-interval:200ms}")
	void remove() {
		List<UUID> ids = new ArrayList<>();
		this.finished.drainTo(ids);
		if (!ids.isEmpty()) {
			try {
				this.stored.deletePublications(ids);
			}
			catch (RuntimeException ex) {
				ids.forEach(this.finished::offer);
				logger.warn("{} finished publications could not be removed yet", ids.size(), ex);
			}
		}
	}

	@Override
	public void destroy() {
		remove();
	}

	@Override
	public TargetEventPublication create(TargetEventPublication publication) {
		return this.fresh.add(publication) ? publication : this.stored.create(publication);
	}

	@Override
	public void markProcessing(UUID identifier) {
		// Until it has finished it counts as published, or as given again.
	}

	@Override
	public void markCompleted(TargetEventPublication publication, Instant completionDate) {
		publication.markCompleted(completionDate);
		markCompleted(publication.getIdentifier(), completionDate);
	}

	@Override
	public void markCompleted(UUID identifier, Instant completionDate) {
		this.finished.offer(identifier);
	}

	@Override
	public void markCompleted(Object event, PublicationTargetIdentifier identifier, Instant completionDate) {
		this.stored.markCompleted(event, identifier, completionDate);
	}

	@Override
	public void markFailed(UUID identifier) {
		this.stored.markFailed(identifier);
	}

	@Override
	public boolean markResubmitted(UUID identifier, Instant resubmissionDate) {
		return this.stored.markResubmitted(identifier, resubmissionDate);
	}

	@Override
	public List<TargetEventPublication> findIncompletePublications() {
		return this.stored.findIncompletePublications();
	}

	@Override
	public List<TargetEventPublication> findIncompletePublicationsPublishedBefore(Instant instant) {
		return this.stored.findIncompletePublicationsPublishedBefore(instant);
	}

	@Override
	public Optional<TargetEventPublication> findIncompletePublicationsByEventAndTargetIdentifier(Object event,
			PublicationTargetIdentifier targetIdentifier) {
		return this.stored.findIncompletePublicationsByEventAndTargetIdentifier(event, targetIdentifier);
	}

	@Override
	public List<TargetEventPublication> findCompletedPublications() {
		return this.stored.findCompletedPublications();
	}

	@Override
	public List<TargetEventPublication> findFailedPublications(FailedCriteria criteria) {
		return this.stored.findFailedPublications(criteria);
	}

	@Override
	public List<TargetEventPublication> findByStatus(EventPublication.Status status) {
		return this.stored.findByStatus(status);
	}

	@Override
	public int countByStatus(EventPublication.Status status) {
		return this.stored.countByStatus(status);
	}

	@Override
	public void deletePublications(List<UUID> identifiers) {
		this.stored.deletePublications(identifiers);
	}

	@Override
	public void deleteCompletedPublications() {
		this.stored.deleteCompletedPublications();
	}

	@Override
	public void deleteCompletedPublicationsBefore(Instant instant) {
		this.stored.deleteCompletedPublicationsBefore(instant);
	}

}
