package dev.banyan;

import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Inventory as a process of its own.
 */
@NullMarked
@SpringBootApplication
public class InventoryServiceApplication {

	/**
	 * Starts the service.
	 * @param args Spring Boot's command line arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(InventoryServiceApplication.class, args);
	}

}
