package dev.banyan.runtime;

import java.time.Clock;

import dev.banyan.runtime.caller.CallerConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Background work of a process: what is scheduled runs on virtual threads.
 */
@AutoConfiguration(after = CallerConfiguration.class,
		afterName = "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration")
@EnableScheduling
public class BackgroundConfiguration {

	private static final String STORED_PUBLICATIONS = "jdbcEventPublicationRepository";

	@Bean
	@Primary
	@ConditionalOnBean(name = STORED_PUBLICATIONS)
	FinishedPublications finishedPublications(@Qualifier(STORED_PUBLICATIONS) EventPublicationRepository stored,
			JdbcOperations jdbc, EventSerializer serializer,
			@Value("${spring.modulith.events.jdbc.schema:}") String schema) {
		// Only H2 has a schema for them (EventRegistrySchema), and a type for their ids.
		boolean h2 = !schema.isEmpty();
		return new FinishedPublications(stored,
				new NewPublications(jdbc, serializer, (h2 ? schema + "." : "") + "EVENT_PUBLICATION", h2));
	}

	@Bean
	UnheardEvents unheardEvents(ObjectProvider<FailedEventPublications> publications,
			AbstractApplicationContext context, Clock clock) {
		return new UnheardEvents(publications, context, clock);
	}

}
