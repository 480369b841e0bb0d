package dev.banyan.gateway.proxy;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(ProxySettings.class)
class ProxyConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests(EdgeFailures failures) {
		return (factory) -> factory.addContextCustomizers(
				(context) -> context.getParent().getPipeline().addValve(new UnreadableRequests(failures)));
	}

	@Bean
	CloseableHttpClient homeClient(ProxySettings settings) {
		Timeout response = Timeout.of(settings.responseTimeout());
		return HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(settings.connectionsPerHome())
				.setMaxConnTotal(settings.connectionsPerHome() * 4)
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(Timeout.of(settings.connectTimeout()))
					.setSocketTimeout(response)
					.setValidateAfterInactivity(TimeValue.ofSeconds(2))
					.build())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setResponseTimeout(response)
				.setProtocolUpgradeEnabled(false)
				.setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
				.build())
			.disableContentCompression()
			.disableCookieManagement()
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableAuthCaching()
			.disableConnectionState()
			.disableDefaultUserAgent()
			.build();
	}

}
