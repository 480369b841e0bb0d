package dev.banyan.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalApplicationListener;

/**
 * Gives events again to listeners that have failed, or that ended with their process.
 * Listeners are repeat-safe; of several processes that host a listener, the one that
 * marks a publication first takes it.
 */
class UnheardEvents {

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

	private static final ResubmissionOptions MANY = ResubmissionOptions.defaults()
		.withBatchSize(1000)
		.withMaxInFlight(2000)
		.withMinAge(Duration.ZERO);

	private final ObjectProvider<FailedEventPublications> publications;

	private final AbstractApplicationContext context;

	private final Clock clock;

	UnheardEvents(ObjectProvider<FailedEventPublications> publications, AbstractApplicationContext context,
			Clock clock) {
		this.publications = publications;
		this.context = context;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${banyan.events.retry-interval:15s}",
			fixedDelayString = "${banyan.events.retry-interval:15s}")
	void publishAgain() {
		Set<PublicationTargetIdentifier> hosted = hosted();
		if (!hosted.isEmpty()) {
			Instant now = this.clock.instant();
			this.publications.ifAvailable((failed) -> failed
				.resubmit(MANY.withFilter((publication) -> isFor(hosted, publication) && isTime(publication, now))));
		}
	}

	/**
	 * The processes of a shop may share one table; a listener may live in another one.
	 */
	private Set<PublicationTargetIdentifier> hosted() {
		return this.context.getApplicationListeners()
			.stream()
			.filter(TransactionalApplicationListener.class::isInstance)
			.map((listener) -> ((TransactionalApplicationListener<?>) listener).getListenerId())
			.map(PublicationTargetIdentifier::of)
			.collect(Collectors.toSet());
	}

	private static boolean isFor(Set<PublicationTargetIdentifier> hosted, EventPublication publication) {
		return publication instanceof TargetEventPublication target && hosted.contains(target.getTargetIdentifier());
	}

	/** Each failure doubles the pause before the next try. */
	private static boolean isTime(EventPublication publication, Instant now) {
		Instant last = publication.getLastResubmissionDate();
		Duration pause = Duration.ofSeconds(5L << Math.clamp(publication.getCompletionAttempts(), 0, 8));
		return last == null || !now.isBefore(last.plus((pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE));
	}

}
