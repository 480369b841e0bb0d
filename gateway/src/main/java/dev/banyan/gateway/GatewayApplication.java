package dev.banyan.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The routing gateway in front of the shop.
 */
@NullMarked
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
