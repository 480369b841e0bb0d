package dev.banyan.runtime.data;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts Spring Modulith's event publications into the schema {@code runtime}; on MySQL,
 * where Modulith takes no schema, into the database that the connection's address names.
 */
public class EventRegistrySchema implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!environment.getProperty("spring.datasource.url", "").startsWith("jdbc:mysql:")) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("eventRegistrySchema",
						Map.of("spring.modulith.events.jdbc.schema", "runtime")));
		}
	}

}
