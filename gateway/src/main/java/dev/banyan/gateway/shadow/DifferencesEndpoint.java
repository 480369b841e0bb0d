package dev.banyan.gateway.shadow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * The diff inbox: {@code GET /actuator/differences}, and
 * {@code POST /actuator/differences/<id>} with owner, reason and days to accept one.
 */
@Component
@Endpoint(id = "differences")
class DifferencesEndpoint {

	private final Inbox inbox;

	private final Clock clock;

	DifferencesEndpoint(Inbox inbox, Clock clock) {
		this.inbox = inbox;
		this.clock = clock;
	}

	@ReadOperation
	List<Inbox.Item> all() {
		return this.inbox.items();
	}

	@WriteOperation
	Map<String, Boolean> accept(@Selector String id, String owner, String reason, int days) {
		return Map.of("accepted",
				this.inbox.accept(id, owner, reason, this.clock.instant().plus(Duration.ofDays(days))));
	}

}
