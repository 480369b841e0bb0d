package dev.banyan.architecture.tool;

import java.util.List;

/**
 * How far a module is from leaving.
 *
 * @param module the facts about it
 * @param blockers what is in the way
 * @param score 100 exactly if nothing is: its service was started alone and keeps every
 * contract
 * @param ran what ran alone and kept every contract, in words; empty if nothing did
 */
record Readiness(ModuleFacts module, List<Blocker> blockers, int score, String ran) {

	static Readiness of(ModuleFacts module, List<Blocker> blockers, String ran) {
		int points = blockers.stream().mapToInt((blocker) -> blocker.effort().points()).sum();
		return new Readiness(module, blockers, Math.max(0, 100 - points), ran);
	}

}
