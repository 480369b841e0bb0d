package dev.banyan.runtime.seam;

import dev.banyan.runtime.caller.CallerTokens;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Seams and their placement.
 */
@AutoConfiguration
@EnableConfigurationProperties(PlacementSettings.class)
@Import(SeamRegistrar.class)
public class SeamConfiguration {

	@Bean
	Placement placement() {
		return new Placement();
	}

	@Bean
	PlacementEndpoint placementEndpoint(Placement placement) {
		return new PlacementEndpoint(placement);
	}

	@Bean
	LocalSeams localSeams(ListableBeanFactory beans) {
		return new LocalSeams(beans);
	}

	@Bean
	SeamProxies seamProxies(PlacementSettings settings, Placement placement, CallerTokens tokens, LocalSeams local,
			ObjectProvider<MeterRegistry> meters) {
		return new SeamProxies(settings, placement, tokens, local, meters);
	}

	@Bean
	SeamServer seamServer(LocalSeams local) {
		return new SeamServer(SeamModule.all(SeamConfiguration.class.getClassLoader()), local);
	}

	@Bean
	@ConditionalOnWebApplication
	SeamController seamController(SeamServer server) {
		return new SeamController(server);
	}

}
