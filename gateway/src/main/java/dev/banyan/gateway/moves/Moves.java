package dev.banyan.gateway.moves;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.banyan.gateway.routing.Home;
import dev.banyan.gateway.routing.RoutingTable;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The moves of all capabilities: one immutable snapshot that requests are routed by, and
 * the only way to change it. Other gateways' changes are seen within a fifth of a second.
 */
@Component
public class Moves {

	private final MoveStates states;

	private final RoutingTable table;

	private final List<Gate> gates;

	private final Clock clock;

	private volatile Map<String, Split> splits;

	Moves(MoveStates states, RoutingTable table, List<Gate> gates, Clock clock) {
		this.states = states;
		this.table = table;
		this.gates = gates;
		this.clock = clock;
		this.splits = snapshot();
	}

	/**
	 * How a capability's requests are shared out at this moment.
	 * @param capability its name
	 * @return the split
	 * @throws IllegalArgumentException if there is no such capability
	 */
	public Split split(String capability) {
		Split split = this.splits.get(capability);
		if (split == null) {
			throw new IllegalArgumentException("There is no capability " + capability);
		}
		return split;
	}

	/**
	 * All of them.
	 * @return by the capability's name
	 */
	public Map<String, Split> all() {
		return this.splits;
	}

	/**
	 * Gives a move a signal; stored, journalled and routed by when this returns.
	 * @param capability whose move
	 * @param signal what happened
	 * @param who a person, or "promotion loop"
	 * @param reason why
	 * @return the move after it
	 * @throws IllegalTransition if it is refused
	 * @throws GateClosed if it means more weight and a gate does not agree
	 * @throws IllegalArgumentException if the capability or the home is unknown
	 */
	public Move apply(String capability, Signal signal, String who, String reason) {
		return apply(capability, signal, who, reason, false);
	}

	/**
	 * Gives a move a signal although a gate may be closed; the journal keeps which one.
	 * @param capability whose move
	 * @param signal what happened
	 * @param who a person
	 * @param reason why the gate is wrong
	 * @return the move after it
	 * @throws IllegalTransition if it is refused
	 * @throws IllegalArgumentException if the capability or the home is unknown
	 */
	public Move override(String capability, Signal signal, String who, String reason) {
		return apply(capability, signal, who, reason, true);
	}

	private Move apply(String capability, Signal signal, String who, String reason, boolean override) {
		while (true) {
			Split split = split(capability);
			Instant now = this.clock.instant();
			Move after = split.move().next(signal, now);
			refuseForeignStore(split, signal);
			if (after == split.move()) {
				return after;
			}
			home(after.home());
			if (after.candidate() != null) {
				home(after.candidate());
			}
			Optional<String> refusal = refusal(split.move(), signal, after);
			if (refusal.isPresent() && !override) {
				throw new GateClosed(split.move(), after, refusal.get());
			}
			String why = refusal.map((gate) -> reason + " (overrides: " + gate + ")").orElse(reason);
			boolean stored = this.states.store(this.table.homeOf(capability).name(), split.move(), after,
					JournalEntry.of(split.move(), after, signal, who, why, now));
			refresh();
			if (stored) {
				return after;
			}
		}
	}

	private Optional<String> refusal(Move before, Signal signal, Move after) {
		if (after.weight() <= before.weight()) {
			return Optional.empty();
		}
		return this.gates.stream().flatMap((gate) -> gate.refuses(before, signal, after).stream()).findFirst();
	}

	private static void refuseForeignStore(Split split, Signal signal) {
		if (signal instanceof Signal.Settle && !split.sameStore()) {
			throw new IllegalTransition(split.move(), signal,
					"Writes still belong to " + split.home().name() + ", which has a store of its own.");
		}
	}

	/**
	 * The newest changes.
	 * @param newest how many at most
	 * @return newest first
	 */
	public List<JournalEntry> journal(int newest) {
		return this.states.journal(newest);
	}

	@Scheduled(fixedDelay = 100, timeUnit = TimeUnit.MILLISECONDS)
	void refresh() {
		this.splits = snapshot();
	}

	private Map<String, Split> snapshot() {
		Map<String, MoveStates.Stored> stored = this.states.all()
			.stream()
			.collect(Collectors.toMap((state) -> state.move().capability(), Function.identity()));
		Map<String, Split> snapshot = new TreeMap<>();
		for (String capability : this.table.capabilities()) {
			snapshot.put(capability, split(capability, stored.get(capability)));
		}
		return snapshot;
	}

	private Split split(String capability, MoveStates.@Nullable Stored stored) {
		Home configured = this.table.homeOf(capability);
		if (stored == null) {
			return new Split(Move.atHome(capability, configured.name()), configured, null);
		}
		Move move = stored.move();
		boolean reconfigured = move.candidate() == null && !stored.configured().equals(configured.name());
		boolean known = this.table.home(move.home()).isPresent()
				&& (move.candidate() == null || this.table.home(move.candidate()).isPresent());
		if (reconfigured || !known) {
			return new Split(new Move(capability, configured.name(), null, Phase.HOME, 0, false, false, move.since(),
					move.revision()), configured, null);
		}
		return new Split(move, home(move.home()),
				(move.candidate() != null) ? home(Objects.requireNonNull(move.candidate())) : null);
	}

	private Home home(String name) {
		return this.table.home(name)
			.orElseThrow(() -> new IllegalArgumentException("Home " + name + " has no address"));
	}

}
