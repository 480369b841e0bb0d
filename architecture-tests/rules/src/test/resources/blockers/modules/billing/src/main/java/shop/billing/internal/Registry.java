package shop.billing.internal;

import java.util.HashMap;
import java.util.List;

enum Registry {

	ONLY;

	private final HashMap<Long, String> titles = new HashMap<>(); // blocker: state in the constant of an enum

	private int count; // blocker: a counter in the constant of an enum

	private final List<String> words = List.of("a"); // clean: never changes

	int next() {
		return this.count++ + this.titles.size() + this.words.size();
	}

}
