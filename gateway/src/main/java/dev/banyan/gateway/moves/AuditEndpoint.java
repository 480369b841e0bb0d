package dev.banyan.gateway.moves;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * The whole audit, for those who keep or examine it elsewhere: {@code GET
 * /actuator/audit}, a line of JSON for each change, the oldest first, at most
 * {@value #AT_A_TIME}; {@code ?after=<id>} goes on behind the last of them.
 */
@Component
@Endpoint(id = "audit")
class AuditEndpoint {

	private static final int AT_A_TIME = 5_000;

	private final MoveStates states;

	private final JsonMapper json;

	AuditEndpoint(MoveStates states, JsonMapper json) {
		this.states = states;
		this.json = json;
	}

	@JsonPropertyOrder({ "id", "at", "who", "capability", "step", "from", "to", "reason" })
	private record Line(long id, Instant at, String who, String capability, String step, String from, String to,
			String reason) {

		static Line of(MoveStates.Numbered numbered) {
			JournalEntry entry = numbered.entry();
			return new Line(numbered.id(), entry.at(), entry.who(), entry.capability(), entry.step(), entry.from(),
					entry.to(), entry.reason());
		}

	}

	@ReadOperation(produces = "application/x-ndjson")
	String lines(@Nullable Long after) {
		List<MoveStates.Numbered> entries = this.states.journalAfter((after != null) ? after : 0, AT_A_TIME);
		StringBuilder lines = new StringBuilder();
		entries.forEach((entry) -> lines.append(this.json.writeValueAsString(Line.of(entry))).append('\n'));
		return lines.toString();
	}

}
