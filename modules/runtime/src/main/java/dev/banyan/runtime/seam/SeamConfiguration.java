package dev.banyan.runtime.seam;

import dev.banyan.runtime.caller.CallerTokens;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;

/**
 * Seams and their placement.
 */
@AutoConfiguration
@EnableConfigurationProperties(PlacementSettings.class)
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
	Seams seams(PlacementSettings settings, Placement placement, CallerTokens tokens, ListableBeanFactory beans) {
		return new Seams(settings, placement, tokens, beans,
				JsonMapper.builder().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class).build());
	}

}
