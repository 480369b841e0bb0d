package dev.banyan.runtime.event;

import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/**
 * Publishes in the process what still lies in the outbox of a module whose events do not
 * leave any more.
 */
class Homecoming {

	private static final Logger log = LoggerFactory.getLogger(Homecoming.class);

	private static final int BATCH = 100;

	private final Set<String> modules;

	private final EventTables tables;

	private final EventFormat format;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	Homecoming(Set<String> modules, EventTables tables, EventFormat format, TransactionTemplate transaction,
			ApplicationEventPublisher events) {
		this.modules = modules;
		this.tables = tables;
		this.format = format;
		this.transaction = transaction;
		this.events = events;
	}

	@EventListener(ApplicationReadyEvent.class)
	void publishLeftovers() {
		for (String module : this.modules) {
			int published = 0;
			for (int batch = BATCH; batch == BATCH;) {
				batch = publish(module);
				published += batch;
			}
			if (published > 0) {
				log.info("{} events of {} that were to leave were published here", published, module);
			}
		}
	}

	private int publish(String module) {
		Integer published = this.transaction.execute((status) -> {
			List<Letter> letters = this.tables.stored(module, BATCH);
			if (!letters.isEmpty()) {
				letters.forEach((letter) -> this.events.publishEvent(this.format.read(letter,
						ClassUtils.resolveClassName(letter.type(), getClass().getClassLoader()))));
				this.tables.forget(module, letters);
			}
			return letters.size();
		});
		return (published != null) ? published : 0;
	}

}
