package dev.banyan.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The routing gateway in front of the shop.
 */
@SpringBootApplication
public class GatewayApplication {

	/**
	 * Starts the gateway.
	 * @param args Spring Boot's command line arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(GatewayApplication.class, args);
	}

}
