package dev.banyan.gateway.moves;

import java.time.Instant;

/**
 * One change of a move, kept for good.
 *
 * @param capability what was moved; {@code *} if it concerns all of them
 * @param at when
 * @param who a person, or "promotion loop"
 * @param reason why
 * @param step the signal
 * @param from where it stood
 * @param to where it stands after it
 */
public record JournalEntry(String capability, Instant at, String who, String reason, String step, String from,
		String to) {

	static JournalEntry of(Move before, Move after, Signal signal, String who, String reason, Instant at) {
		return new JournalEntry(after.capability(), at, cut(who, 100), cut(reason, 500), cut(signal.toString(), 200),
				words(before), words(after));
	}

	static JournalEntry ofAll(String step, String from, String to, String who, String reason, Instant at) {
		return new JournalEntry("*", at, cut(who, 100), cut(reason, 500), step, from, to);
	}

	static String words(Move move) {
		return "%s at %s%s%s%s".formatted(move.phase(), move.home(),
				(move.candidate() != null) ? ", " + move.weight() + " % at " + move.candidate() : "",
				move.automatic() ? ", automatic" : "", move.paused() ? ", paused" : "");
	}

	private static String cut(String text, int length) {
		return (text.length() > length) ? text.substring(0, length) : text;
	}

}
