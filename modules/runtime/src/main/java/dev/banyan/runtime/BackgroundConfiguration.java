package dev.banyan.runtime;

import java.time.Clock;

import dev.banyan.runtime.caller.CallerConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Background work of a process: what is scheduled runs on virtual threads.
 */
@AutoConfiguration(after = CallerConfiguration.class)
@EnableScheduling
public class BackgroundConfiguration {

	@Bean
	UnheardEvents unheardEvents(ObjectProvider<FailedEventPublications> publications,
			AbstractApplicationContext context, Clock clock) {
		return new UnheardEvents(publications, context, clock);
	}

}
