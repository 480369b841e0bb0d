package dev.banyan.runtime.caller;

import java.time.Clock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * The caller token of a process.
 */
@AutoConfiguration
@EnableConfigurationProperties(TokenSettings.class)
public class CallerConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	CallerTokens callerTokens(TokenSettings settings, Clock clock) {
		return new CallerTokens(settings.bytes(), clock);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "banyan.token.required", matchIfMissing = true)
	FilterRegistrationBean<CallerFilter> callerFilter(CallerTokens tokens) {
		FilterRegistrationBean<CallerFilter> registration = new FilterRegistrationBean<>(new CallerFilter(tokens));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return registration;
	}

}
