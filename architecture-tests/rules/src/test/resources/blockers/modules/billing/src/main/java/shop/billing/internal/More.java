package shop.billing.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.scheduling.annotation.Scheduled;

import shop.stock.StockChanged;

class More {

	private static final String PREFIX = "shop.stock."; // blocker: the beginning of another's keys

	@Value("${stock.limit}") // blocker: another's key without the prefix
	private String limit;

	@Value("#{systemProperties['shop.catalog.limit']}") // blocker: another's key among the properties of the process
	private String system;

	@Scheduled(cron = "${shop.stock.cron:-}") // blocker: a time of another module
	void sweep() {
	}

	String prefixed(Environment environment, String name) {
		return environment.getProperty(PREFIX + name);
	}

	boolean profile(Environment environment) {
		return environment.acceptsProfiles(Profiles.of("production")); // clean: a profile
	}

	String event() {
		return StockChanged.class.getName(); // clean: an event of the API
	}

}
