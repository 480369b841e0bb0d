package dev.banyan.inventory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteInventoryTests extends InventoryContract {

	private ConfigurableApplicationContext provider;

	private ConfigurableApplicationContext consumer;

	@BeforeAll
	void start() {
		this.provider = SpringApplication.run(InventoryTestApplication.class, "--server.port=0",
				"--management.server.port=-1", "--spring.datasource.url=jdbc:h2:mem:provider;LOCK_TIMEOUT=10000");
		int port = ((ServletWebServerApplicationContext) this.provider).getWebServer().getPort();
		this.consumer = SpringApplication.run(InventoryTestApplication.class, "--server.port=0",
				"--management.server.port=-1", "--spring.datasource.url=jdbc:h2:mem:consumer",
				"--banyan.placement.inventory.url=http://127.0.0.1:" + port, "--banyan.placement.inventory.remote=100");
	}

	@org.junit.jupiter.api.AfterAll
	void stop() {
		this.consumer.close();
		this.provider.close();
	}

	@BeforeEach
	void callsOverASocket() {
		use(this.consumer.getBean(Stock.class), this.consumer.getBean(Reservations.class));
	}

	@Test
	void namesInventoryWhenItCannotBeReached() {
		try (ConfigurableApplicationContext lonely = SpringApplication.run(InventoryTestApplication.class,
				"--server.port=0", "--management.server.port=-1", "--spring.datasource.url=jdbc:h2:mem:lonely",
				"--banyan.placement.inventory.url=http://127.0.0.1:1", "--banyan.placement.inventory.remote=100")) {
			Stock stock = lonely.getBean(Stock.class);
			assertThatExceptionOfType(InventoryUnavailable.class).isThrownBy(() -> stock.levels(java.util.Set.of(1L)));
		}
	}

	/**
	 * Every call arrives a second time, as after an answer that was lost.
	 */
	@Nested
	class EveryCallTwice extends InventoryContract {

		@BeforeEach
		void callsTwice() {
			use(twice(Stock.class), twice(Reservations.class));
		}

		private <S> S twice(Class<S> seam) {
			S once = RemoteInventoryTests.this.consumer.getBean(seam);
			return seam.cast(Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] { seam },
					(proxy, method, arguments) -> {
						deliver(method, once, arguments);
						return deliver(method, once, arguments);
					}));
		}

		private static Object deliver(Method method, Object seam, Object[] arguments) throws Throwable {
			try {
				return method.invoke(seam, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		}

	}

}
