package dev.banyan.runtime.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class TraceContextTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String HEADER = "00-" + TRACE + "-00f067aa0ba902b7-01";

	@Test
	void theTraceIsKnownWhileTheRequestIsServedAndNoLonger() throws Exception {
		serve(HEADER, () -> {
			assertThat(TraceContext.current()).hasValue(HEADER);
			assertThat(MDC.get("traceId")).isEqualTo(TRACE);
		});
		assertThat(TraceContext.current()).isEmpty();
		assertThat(MDC.get("traceId")).isNull();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "00-zz-00f067aa0ba902b7-01", HEADER + "-more", "a line\nof its own" })
	void whatIsNoTraceNeverReachesALog(String header) throws Exception {
		serve(header, () -> {
			assertThat(TraceContext.current()).isEmpty();
			assertThat(MDC.get("traceId")).isNull();
		});
	}

	private static void serve(String header, Runnable inside) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		if (header != null) {
			request.addHeader(TraceContext.HEADER, header);
		}
		boolean[] served = new boolean[1];
		new TraceContext().doFilter(request, new MockHttpServletResponse(), (asked, answered) -> {
			inside.run();
			served[0] = true;
		});
		assertThat(served[0]).isTrue();
	}

}
