package dev.banyan.gateway.routing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Where the instances of a home are. An address like {@code lb://inventory} names a
 * service that Spring Cloud's discovery knows: from configuration
 * ({@code spring.cloud.discovery.client.simple.instances.inventory[0].uri}), or from
 * Kubernetes, Eureka or Consul once their starter is on the classpath. Any other address
 * is the only instance.
 */
@Component
public class Instances {

	private static final Logger logger = LoggerFactory.getLogger(Instances.class);

	private static final String DISCOVERED = "lb";

	private final DiscoveryClient discovery;

	private final Map<String, List<URI>> known = new ConcurrentHashMap<>();

	Instances(DiscoveryClient discovery) {
		this.discovery = discovery;
	}

	/**
	 * The instances of a home.
	 * @param home the home
	 * @return scheme, host and port of each; empty if discovery knows none
	 */
	public List<URI> of(Home home) {
		if (!DISCOVERED.equals(home.address().getScheme())) {
			return home.instances();
		}
		return this.known.computeIfAbsent(home.address().getHost(), this::discover);
	}

	private List<URI> discover(String service) {
		return this.discovery.getInstances(service).stream().map(ServiceInstance::getUri).sorted().toList();
	}

	/** What discovery knows now; what it knew last while it cannot be asked. */
	@Scheduled(fixedDelay = 1000)
	void refresh() {
		this.known.replaceAll((service, before) -> {
			try {
				return discover(service);
			}
			catch (RuntimeException ex) {
				logger.warn("The instances of {} could not be discovered", service, ex);
				return before;
			}
		});
	}

}
