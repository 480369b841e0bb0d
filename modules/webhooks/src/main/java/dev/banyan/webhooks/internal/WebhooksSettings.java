package dev.banyan.webhooks.internal;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are made.
 *
 * @param retryDelays the pauses after failed attempts; there is one attempt more
 * @param jitter the share by which a pause is shorter or longer at random, 0 to 1
 * @param privateAddresses whether receivers may be in private networks
 * @param connectTimeout how long to wait for a connection
 * @param timeout how long an attempt may take altogether
 * @param parallel how many deliveries one webhook receives at once, 1 or more
 * @param disableAfter how many deliveries in a row are given up before the webhook is
 * disabled; 0 for never
 * @param retention how long deliveries are kept
 */
@ConfigurationProperties("banyan.webhooks")
record WebhooksSettings(@DefaultValue( {
		"1m", "5m", "15m", "1h", "3h", "6h", "12h", "20h", "29h" }) List<Duration> retryDelays,
		@DefaultValue("0.1") double jitter, @DefaultValue("false") boolean privateAddresses,
		@DefaultValue("5s") Duration connectTimeout, @DefaultValue("15s") Duration timeout,
		@DefaultValue("4") int parallel, @DefaultValue("5") int disableAfter, @DefaultValue("30d") Duration retention){
}
