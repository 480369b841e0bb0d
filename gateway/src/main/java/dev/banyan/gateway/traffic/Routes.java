package dev.banyan.gateway.traffic;

import dev.banyan.gateway.proxy.HomeExchange;
import dev.banyan.gateway.routing.GatewaySettings;
import dev.banyan.gateway.routing.RoutingTable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration
@EnableConfigurationProperties(GatewaySettings.class)
class Routes {

	@Bean
	RoutingTable routingTable(GatewaySettings settings) {
		return new RoutingTable(settings);
	}

	@Bean
	RouterFunction<ServerResponse> shop(ToHome toHome, HomeExchange exchange) {
		return GatewayRouterFunctions.route("shop").route((request) -> true, exchange).filter(toHome).build();
	}

}
