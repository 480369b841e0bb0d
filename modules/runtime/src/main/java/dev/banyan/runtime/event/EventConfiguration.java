package dev.banyan.runtime.event;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.runtime.caller.CallerConfiguration;
import dev.banyan.runtime.data.HostedModules;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Events between processes. Kafka's clients are made only if a broker is named.
 */
@AutoConfiguration(after = CallerConfiguration.class)
@ConditionalOnProperty(name = "banyan.events.tables", matchIfMissing = true)
@EnableConfigurationProperties(EventSettings.class)
public class EventConfiguration {

	private static final String CONNECTED = "'${banyan.events.url:}' != ''";

	@Bean
	static EventListeners eventListeners(Environment environment) {
		// The first listeners are made before any configuration is bound.
		return new EventListeners(new Paths(Binder.get(environment)
			.bind("banyan.events.leaving",
					org.springframework.boot.context.properties.bind.Bindable.setOf(String.class))
			.orElse(Set.of())));
	}

	@Bean
	EventFormat eventFormat() {
		return new EventFormat();
	}

	@Bean
	EventTables eventTables(JdbcClient jdbc, Clock clock) {
		return new EventTables(jdbc, clock);
	}

	@Bean
	ParkedLetters parkedLetters(JdbcClient jdbc, Clock clock) {
		return new ParkedLetters(jdbc, clock);
	}

	@Bean
	Inbox inbox(EventTables tables, EventFormat format, PlatformTransactionManager transactions, ParkedLetters parked,
			EventSettings settings, MeterRegistry meters) {
		return new Inbox(tables, format, new TransactionTemplate(transactions), parked, settings.attempts(), meters);
	}

	@Bean
	EventUpkeep eventUpkeep(EventListeners listeners, EventTables tables, ParkedLetters parked, Inbox inbox,
			EventSettings settings, Clock clock) {
		return new EventUpkeep(listeners, tables, parked, inbox, settings, clock);
	}

	@Bean
	Homecoming homecoming(EventSettings settings, HostedModules hosted, EventTables tables, EventFormat format,
			PlatformTransactionManager transactions, ApplicationEventPublisher events) {
		Set<String> staying = hosted.names()
			.stream()
			.filter((module) -> !settings.leaving().contains(module))
			.collect(Collectors.toSet());
		return new Homecoming(staying, tables, format, new TransactionTemplate(transactions), events);
	}

	@Bean
	EventsEndpoint eventsEndpoint(EventSettings settings, HostedModules hosted, EventTables tables,
			ParkedLetters parked, EventUpkeep upkeep, ObjectProvider<Arrivals> arrivals) {
		return new EventsEndpoint(settings, leavingFromHere(settings, hosted), tables, parked, upkeep, arrivals);
	}

	@Bean
	@ConditionalOnExpression(CONNECTED)
	KafkaClients kafkaClients(EventSettings settings) {
		return new KafkaClients(settings);
	}

	@Bean
	@ConditionalOnExpression(CONNECTED)
	Relay eventRelay(EventSettings settings, HostedModules hosted, EventTables tables, KafkaClients clients) {
		return new Relay(leavingFromHere(settings, hosted), settings, tables, clients);
	}

	@Bean
	@ConditionalOnExpression(CONNECTED)
	Departures departures(EventSettings settings, EventFormat format, EventTables tables, Relay relay) {
		return new Departures(new Paths(settings.leaving()), format, tables, relay);
	}

	@Bean
	@ConditionalOnExpression(CONNECTED)
	Arrivals arrivals(EventListeners listeners, KafkaClients clients, EventSettings settings, Inbox inbox) {
		return new Arrivals(listeners, clients, settings, inbox);
	}

	private static Set<String> leavingFromHere(EventSettings settings, HostedModules hosted) {
		return settings.leaving()
			.stream()
			.filter(hosted.names()::contains)
			.collect(Collectors.toCollection(java.util.TreeSet::new));
	}

}
