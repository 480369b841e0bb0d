package dev.banyan.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Serves the console at {@code /actuator/console}: a page without a build that reads and
 * operates the same endpoints as everybody else.
 */
@Component
@Endpoint(id = "console")
class ConsoleEndpoint {

	@ReadOperation(produces = "text/html;charset=UTF-8")
	String page() {
		try {
			return new ClassPathResource("console/console.html").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
