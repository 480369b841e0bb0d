package dev.banyan.legacy.protocol;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PhpQueryTests {

	@Test
	void readsListsAndObjects() {
		assertThat(PhpQuery.parse("include[]=1&include%5B%5D=2&a[b][c]=d&e=%20f"))
			.isEqualTo(Map.of("include", List.of("1", "2"), "a", Map.of("b", Map.of("c", "d")), "e", " f"));
	}

	@Test
	void bracketsThatDoNotPairArePartOfTheName() {
		assertThat(PhpQuery.parse("a[b=1&[]=2&c]d=3&e[f]g=4").keySet()).containsExactly("a[b", "[]", "c]d", "e[f]g");
	}

	@Test
	void namesOfAnyDepthAreReadAndCutOff() {
		assertThat(PhpQuery.parse("a" + "[b]".repeat(100_000) + "=1")).containsOnlyKeys("a");
	}

	@Test
	void whatIsNoEscapeStaysAsItIs() {
		assertThat(PhpQuery.parse("a=%zz&&=&b")).containsEntry("a", "%zz").containsEntry("b", "");
	}

}
