package dev.banyan.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.function.Executable;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@SpringBootApplication
class WebhooksTestApplication {

	@Bean
	@Primary
	SetClock setClock() {
		return new SetClock();
	}

	@Bean
	Shown shown() {
		return new Shown();
	}

	/** A clock that is set by tests. */
	static class SetClock extends Clock {

		private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");

		void advance(Duration time) {
			this.now = this.now.plus(time);
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

	/** What resources show at the moment. */
	static class Shown implements MessageFormat {

		private final Map<Long, String> resources = new ConcurrentHashMap<>();

		private final AtomicInteger asked = new AtomicInteger();

		private volatile Executable reaction = () -> {
		};

		void show(long id, String text) {
			this.resources.put(id, text);
		}

		/** What happens from now on before anything is shown. */
		void react(Executable reaction) {
			this.reaction = reaction;
		}

		int asked() {
			return this.asked.get();
		}

		@Override
		public Optional<Body> body(String resource, String event, long id, long parentId) {
			this.asked.incrementAndGet();
			try {
				this.reaction.execute();
			}
			catch (Throwable ex) {
				throw new IllegalStateException(ex);
			}
			return Optional.of(new Body("application/json", this.resources.getOrDefault(id, resource + " " + id)));
		}

		@Override
		public Body ping(long webhookId) {
			return new Body("application/x-www-form-urlencoded", "webhook_id=" + webhookId);
		}

		@Override
		public Map<String, String> headers(Webhook webhook, Delivery delivery) {
			return Map.of("Delivery", delivery.id(), "Topic", delivery.topic(), "Content-Type", delivery.contentType());
		}

	}

}
