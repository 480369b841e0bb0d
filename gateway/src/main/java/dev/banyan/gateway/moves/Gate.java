package dev.banyan.gateway.moves;

import java.util.Optional;

/**
 * Has to agree before a candidate gets more weight. Asked for every increase, whoever
 * wants it; never for going back.
 */
public interface Gate {

	/**
	 * Whether the gate is closed.
	 * @param before the move as it stands
	 * @param signal what is about to change it
	 * @param after the move with the larger weight
	 * @return why it may not happen, a sentence; empty if it may
	 */
	Optional<String> refuses(Move before, Signal signal, Move after);

}
