package dev.banyan.gateway.routing;

import java.util.Optional;

import dev.banyan.gateway.proxy.Destination;
import dev.banyan.gateway.proxy.EdgeFailures;
import dev.banyan.runtime.edge.EdgeFailure;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration
@EnableConfigurationProperties(GatewaySettings.class)
class Routes {

	@Bean
	RoutingTable routingTable(GatewaySettings settings) {
		return new RoutingTable(settings);
	}

	@Bean
	RouterFunction<ServerResponse> shop(RoutingTable table, Callers callers, EdgeFailures failures) {
		return GatewayRouterFunctions.route("shop")
			.route((request) -> true, HandlerFunctions.http())
			.filter(toHome(table, callers, failures))
			.build();
	}

	private static HandlerFilterFunction<ServerResponse, ServerResponse> toHome(RoutingTable table, Callers callers,
			EdgeFailures failures) {
		return (request, next) -> {
			Optional<RoutingTable.Route> route = table.route(request.servletRequest().getRequestURI());
			if (route.isEmpty()) {
				return failures.answer(request,
						new EdgeFailure(404, EdgeFailure.Kind.UNKNOWN_ROUTE, "Nothing is served at this path.", null));
			}
			Home home = route.get().home();
			send(request, home, callers);
			return next.handle(request);
		};
	}

	private static void send(ServerRequest request, Home home, Callers callers) {
		MvcUtils.setRequestUrl(request, home.address());
		String token = home.legacy() ? null : callers.token(request.servletRequest());
		new Destination(home.address(), token).attachTo(request);
	}

}
