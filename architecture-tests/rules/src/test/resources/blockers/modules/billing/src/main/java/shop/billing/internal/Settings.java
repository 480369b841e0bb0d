package shop.billing.internal;

import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;

import shop.runtime.ConditionalOnProperty;

@ConditionalOnProperty(prefix = "shop.stock", name = "strict") // blocker: a condition on another's key
@PropertySource("classpath:stock-words.properties") // blocker: another's file of keys
class Settings {

	boolean has(Environment environment) {
		return environment.containsProperty("shop.stock.strict"); // blocker: whether another's key is there
	}

	String text(Environment environment) {
		return environment.resolvePlaceholders("${shop.stock.label:-}"); // blocker: a placeholder in a text
	}

	String system() {
		return System.getProperty("shop.catalog.limit"); // blocker: a property of the process
	}

	@ConditionalOnProperty(prefix = "shop.billing", name = "strict") // clean: a condition on its own key
	static class Own {

	}

}
