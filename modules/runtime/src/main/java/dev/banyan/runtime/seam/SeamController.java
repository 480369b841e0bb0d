package dev.banyan.runtime.seam;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Seam calls over HTTP.
 */
@RestController
class SeamController {

	static final String KEY = "Idempotency-Key";

	private final SeamServer server;

	SeamController(SeamServer server) {
		this.server = server;
	}

	@PostMapping("/seams/{module}/{seam}/{method}")
	ResponseEntity<byte[]> call(HttpServletRequest request,
			@RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody byte[] arguments) {
		SeamServer.Answer answer = this.server.answer(request.getRequestURI(), key, arguments);
		return ResponseEntity.status(answer.status())
			.contentType((answer.status() == 200) ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON)
			.body(answer.body());
	}

}
