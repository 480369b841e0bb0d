package dev.banyan.testing.pacts;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DidNotStartTests {

	@Test
	void saysWhatSpringBootDescribes() {
		assertThat(DidNotStart.reason("""
				Caused by: java.lang.IllegalStateException: further up

				***************************
				APPLICATION FAILED TO START
				***************************

				Description:

				Parameter 0 of constructor in Shelf required a bean of type 'Scale' that could not be found.


				Action:

				Consider defining a bean of type 'Scale' in your configuration.
				"""))
			.isEqualTo("Parameter 0 of constructor in Shelf required a bean of type 'Scale' that could not be found.");
	}

	@Test
	void saysTheInnermostCause() {
		assertThat(DidNotStart.reason("""
				Error starting
				Caused by: BeanCreationException: outer
					at Shelf
				Caused by: FlywayException: inner
					at Shelf
				""")).isEqualTo("FlywayException: inner");
	}

	@Test
	void saysTheLastLineOfWhatHasNoCause() {
		assertThat(DidNotStart.reason("starting\nError: could not find class\n\n"))
			.isEqualTo("Error: could not find class");
	}

}
