package dev.banyan.reporting.internal;

import java.util.Map;

import dev.banyan.reporting.Sales;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * Rebuilds the read models on demand.
 */
@Component
@Endpoint(id = "reports")
class ReportsEndpoint {

	private final Sales sales;

	ReportsEndpoint(Sales sales) {
		this.sales = sales;
	}

	@WriteOperation
	Map<String, Long> rebuild() {
		return Map.of("orders", this.sales.rebuild());
	}

}
