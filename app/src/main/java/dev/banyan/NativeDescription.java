package dev.banyan;

import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;

/**
 * What the code of the native endpoints does not tell about them.
 */
@Configuration
class NativeDescription {

	@Bean
	OpenAPI nativeEndpoints() {
		return new OpenAPI().info(new Info().title("Banyan's native endpoints")
			.version("v1")
			.description("Keys are the same as for the unchanged endpoints. Errors are problem details (RFC 9457)."))
			.servers(List.of(new Server().url("/")))
			.components(new Components().addSecuritySchemes("key",
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
			.addSecurityItem(new SecurityRequirement().addList("key"));
	}

	@Bean
	OpenApiCustomizer problemsAndTags() {
		Content problem = new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
				new MediaType().schema(new Schema<ProblemDetail>().type("object")
					.addProperty("title", text())
					.addProperty("detail", text())
					.addProperty("status", new Schema<Integer>().type("integer"))));
		return (description) -> description.getPaths()
			.forEach((path, item) -> item.readOperations().forEach((operation) -> complete(path, operation, problem)));
	}

	private static void complete(String path, Operation operation, Content problem) {
		operation.setTags(List.of(path.split("/")[3]));
		operation.getResponses().addApiResponse("default", new ApiResponse().description("Refused.").content(problem));
	}

	private static Schema<String> text() {
		return new Schema<String>().type("string");
	}

}
