package dev.banyan.testing.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * With {@code -Dbanyan.test.database=mysql}, an application context that asks for an H2
 * store in memory gets a MySQL server: one server per store, since the modules' schemas
 * have fixed names.
 */
class MySqlInsteadOfH2 implements EnvironmentPostProcessor, Ordered {

	private static final Pattern IN_MEMORY = Pattern.compile("jdbc:h2:mem:([\\w-]+).*");

	private static final Map<String, MySqlServer> SERVERS = new ConcurrentHashMap<>();

	static boolean isWanted() {
		return "mysql".equals(System.getProperty("banyan.test.database"));
	}

	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Matcher store = IN_MEMORY.matcher(environment.getProperty("spring.datasource.url", ""));
		if (isWanted() && store.matches()) {
			MySqlServer server = SERVERS.computeIfAbsent(store.group(1), (name) -> start());
			environment.getPropertySources()
				.addFirst(new MapPropertySource("mySqlInsteadOfH2", Map.of("spring.datasource.url",
						server.url("banyan"), "spring.datasource.username", "root", "spring.datasource.password", "")));
		}
	}

	private static MySqlServer start() {
		try {
			return MySqlServer.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
