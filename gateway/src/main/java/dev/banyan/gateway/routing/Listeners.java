package dev.banyan.gateway.routing;

import java.net.InetAddress;
import java.net.URI;

import dev.banyan.runtime.web.WebConfiguration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The two listeners: the server's own, declared secure (TLS ends in front of it), and one
 * that is declared plain.
 */
@Component
public class Listeners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final GatewaySettings settings;

	private final @Nullable InetAddress address;

	Listeners(GatewaySettings settings, @Value("${server.address:}") @Nullable InetAddress address) {
		this.settings = settings;
		this.address = address;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		Connector connector = new Connector();
		connector.setPort(this.settings.plain().port());
		if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
			if (this.address != null) {
				protocol.setAddress(this.address);
			}
			protocol.setExecutor(new VirtualThreadTaskExecutor("plain-"));
		}
		WebConfiguration.takeUnusualAddresses(connector);
		factory.addAdditionalConnectors(connector);
	}

	/**
	 * Whether a request came through the listener that is declared secure.
	 * @param localPort the port that the request was accepted on
	 * @return false for the plain listener
	 */
	public boolean secure(int localPort) {
		return localPort != this.settings.plain().port();
	}

	/**
	 * How clients address a listener.
	 * @param localPort the port that the request was accepted on
	 * @return scheme, host and port
	 */
	public URI publicUrl(int localPort) {
		return secure(localPort) ? this.settings.publicUrl() : this.settings.plain().publicUrl();
	}

}
