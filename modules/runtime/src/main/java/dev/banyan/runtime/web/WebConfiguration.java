package dev.banyan.runtime.web;

import org.apache.catalina.connector.Connector;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * The web server of a process.
 */
@AutoConfiguration
public class WebConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> exactContentType() {
		return (factory) -> factory.addEngineValves(new ExactContentType());
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "banyan.token.required", matchIfMissing = true)
	FilterRegistrationBean<TraceContext> traceContext() {
		FilterRegistrationBean<TraceContext> registration = new FilterRegistrationBean<>(new TraceContext());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/**
	 * A slash within a segment of a path is part of a name, as {@code %2F}; and many
	 * clients send {@code include[]=1} as it stands.
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> unusualAddresses() {
		return (factory) -> factory.addConnectorCustomizers(WebConfiguration::takeUnusualAddresses);
	}

	/**
	 * Has a listener take what browsers and clients put into addresses.
	 * @param connector the listener
	 */
	public static void takeUnusualAddresses(Connector connector) {
		connector.setEncodedSolidusHandling("passthrough");
		connector.setEncodedReverseSolidusHandling("passthrough");
		connector.setProperty("relaxedQueryChars", "[]{}|\\^`\"<>");
	}

}
