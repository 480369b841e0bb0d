package dev.banyan;

import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The monolith: every module that its pom lists, in one process.
 */
@NullMarked
@SpringBootApplication
public class MonolithApplication {

	/**
	 * Starts the monolith.
	 * @param args Spring Boot's command line arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(MonolithApplication.class, args);
	}

}
