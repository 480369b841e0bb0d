package dev.banyan.bareroute;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What Banyan's gateway is measured against: Spring Cloud Gateway Server MVC with one
 * route and the same HTTP client, and nothing else. The gateway's benchmark starts it, in
 * a process of its own.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class BareRoute {

	/**
	 * Starts it.
	 * @param args {@code --home=URL} and Spring Boot's
	 */
	public static void main(String[] args) {
		SpringApplication.run(BareRoute.class, args);
	}

	@Bean
	RouterFunction<ServerResponse> route(Environment environment) {
		return GatewayRouterFunctions.route("bare")
			.route(RequestPredicates.all(), HandlerFunctions.http())
			.before(BeforeFilterFunctions.uri(environment.getRequiredProperty("home")))
			.build();
	}

	@Bean
	ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> asManyConnectionsAsBanyan() {
		return (builder) -> builder.withConnectionManagerCustomizer(
				(connections) -> connections.setMaxConnPerRoute(256).setMaxConnTotal(1024));
	}

}
