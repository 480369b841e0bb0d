package dev.banyan.gateway.console;

import java.util.Map;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;

/**
 * Serves the console at {@code /actuator/console}: a page without a build that reads and
 * operates the same endpoints as everybody else. Its charts are uPlot's.
 */
@Component
@Endpoint(id = "console")
class ConsoleEndpoint {

	private static final Map<String, String> FOLDERS = Map.of("console.html", "console/", "console.css", "console/",
			"console.js", "console/", "uPlot.iife.min.js", "console/uplot/", "uPlot.min.css", "console/uplot/");

	private static final Map<String, MimeType> TYPES = Map.of("html", MimeType.valueOf("text/html;charset=UTF-8"),
			"css", MimeType.valueOf("text/css;charset=UTF-8"), "js", MimeType.valueOf("text/javascript;charset=UTF-8"));

	@ReadOperation(produces = "text/html;charset=UTF-8")
	WebEndpointResponse<Resource> page() {
		return part("console.html");
	}

	@ReadOperation
	WebEndpointResponse<Resource> part(@Selector String name) {
		String folder = FOLDERS.get(name);
		return (folder != null) ? new WebEndpointResponse<>(new ClassPathResource(folder + name), 200,
				TYPES.get(name.substring(name.lastIndexOf('.') + 1))) : new WebEndpointResponse<>(404);
	}

}
