package dev.banyan.inventory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = "spring.datasource.url=jdbc:h2:mem:in-process;LOCK_TIMEOUT=10000")
class InProcessInventoryTests extends InventoryContract {

	@BeforeEach
	void callsTheImplementation(@Autowired Stock stock, @Autowired Reservations reservations) {
		use(stock, reservations);
	}

}
