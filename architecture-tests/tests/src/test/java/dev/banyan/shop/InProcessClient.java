package dev.banyan.shop;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.Permissions;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a shop in this process, without a socket.
 */
final class InProcessClient {

	private static final String LEGACY = "/wp-json/wc/v3/";

	private final MockMvc shop;

	InProcessClient(WebApplicationContext context) {
		this.shop = MockMvcBuilders.webAppContextSetup(context).build();
	}

	/** Asks the unchanged endpoints for what exists or is created. */
	JsonNode legacy(String method, String path, String body) {
		MockHttpServletResponse answer = ask(method, LEGACY + path, body, Permissions.READ_WRITE);
		assertThat(answer.getStatus()).as(method + " " + path).isBetween(200, 201);
		return json(answer);
	}

	MockHttpServletResponse ask(String method, String path, String body, Permissions permissions) {
		MockHttpServletResponse[] answer = new MockHttpServletResponse[1];
		try {
			Caller.<Exception>runAs(Caller.key("test", permissions, URI.create(InProcessShop.PUBLIC_URL)), () -> {
				answer[0] = this.shop
					.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path))
						.contentType(MediaType.APPLICATION_JSON)
						.content(body.getBytes(StandardCharsets.UTF_8)))
					.andReturn()
					.getResponse();
				return null;
			});
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return answer[0];
	}

	static JsonNode json(MockHttpServletResponse answer) {
		return Exchange.JSON.readTree(answer.getContentAsByteArray());
	}

}
