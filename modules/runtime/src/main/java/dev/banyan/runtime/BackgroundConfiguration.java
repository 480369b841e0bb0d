package dev.banyan.runtime;

import java.time.Clock;

import dev.banyan.runtime.caller.CallerConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.core.EventPublicationRepository;
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
	FinishedPublications finishedPublications(@Qualifier(STORED_PUBLICATIONS) EventPublicationRepository stored) {
		return new FinishedPublications(stored);
	}

	@Bean
	UnheardEvents unheardEvents(ObjectProvider<FailedEventPublications> publications,
			AbstractApplicationContext context, Clock clock) {
		return new UnheardEvents(publications, context, clock);
	}

}
