package dev.banyan.shop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.banyan.MonolithApplication;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * The monolith within the test's own process; all tests that say so share one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = MonolithApplication.class,
		properties = { "spring.datasource.url=jdbc:h2:mem:in-process-shop;DB_CLOSE_DELAY=-1",
				"banyan.token.secret=only-for-tests-only-for-tests-only-for-tests",
				"banyan.webhooks.private-addresses=true", "banyan.webhooks.interval=50ms",
				"banyan.webhooks.public-url=" + InProcessShop.PUBLIC_URL })
@interface InProcessShop {

	/** The address under which its clients know it. */
	String PUBLIC_URL = "https://shop.example";

}
