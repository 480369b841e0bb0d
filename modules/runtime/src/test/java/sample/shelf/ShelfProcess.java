package sample.shelf;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A process that hosts only what labels.
 */
@SpringBootApplication
public class ShelfProcess {

	/**
	 * Starts it.
	 * @param arguments Spring Boot's
	 */
	public static void main(String[] arguments) throws InterruptedException {
		SpringApplication.run(ShelfProcess.class, arguments);
		Thread.currentThread().join();
	}

}
