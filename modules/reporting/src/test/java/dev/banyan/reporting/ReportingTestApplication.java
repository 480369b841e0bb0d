package dev.banyan.reporting;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class ReportingTestApplication {

	@Bean
	KnownOrders orders() {
		return new KnownOrders();
	}

}
