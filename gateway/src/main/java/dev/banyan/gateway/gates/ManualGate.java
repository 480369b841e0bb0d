package dev.banyan.gateway.gates;

import java.util.Optional;

import dev.banyan.gateway.moves.Gate;
import dev.banyan.gateway.moves.Move;
import dev.banyan.gateway.moves.Signal;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leaves some weights to people.
 */
@Component
@Order(1)
class ManualGate implements Gate {

	private final GateSettings settings;

	ManualGate(GateSettings settings) {
		this.settings = settings;
	}

	@Override
	public Optional<String> refuses(Move before, Signal signal, Move after) {
		if (!(signal instanceof Signal.Judged) || !this.settings.manual().contains(after.weight())) {
			return Optional.empty();
		}
		return Optional.of("A person has to set " + after.weight() + " %.");
	}

}
