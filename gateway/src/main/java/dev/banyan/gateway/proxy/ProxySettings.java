package dev.banyan.gateway.proxy;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what is carried to homes.
 *
 * @param connectTimeout how long a connection may take
 * @param responseTimeout how long a home may take until its answer begins, and between
 * two parts of it
 * @param connectionsPerHome how many connections one instance of a home gets at most
 * @param requestsPerHome how many requests may be under way to one home; more are refused
 * at once
 * @param breakFor how long an instance that does not answer is left out before it is
 * tried again
 * @param maxBody how large a request's body may be
 */
@ConfigurationProperties("banyan.gateway.proxy")
record ProxySettings(@DefaultValue("2s") Duration connectTimeout, @DefaultValue("60s") Duration responseTimeout,
		@DefaultValue("256") int connectionsPerHome, @DefaultValue("512") int requestsPerHome,
		@DefaultValue("2s") Duration breakFor, @DefaultValue("8MB") DataSize maxBody) {
}
