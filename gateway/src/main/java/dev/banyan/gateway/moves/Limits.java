package dev.banyan.gateway.moves;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a candidate may not exceed.
 *
 * @param badShare the share of failed requests, and of slow ones, that is accepted
 * @param slowest a request that takes longer is slow whatever the other home does
 * @param slower a request that takes this much longer than 99 of 100 at the other home is
 * slow
 * @param significance how probable a result may be by chance to count still as broken
 * @param besideOther how probable it may be by chance that the limit itself is broken,
 * while the other home serves as well and is what {@code significance} compares with
 * @param enough how many requests are needed for a PASS
 */
@ConfigurationProperties("banyan.gateway.limits")
public record Limits(@DefaultValue("0.01") double badShare, @DefaultValue("2s") Duration slowest,
		@DefaultValue("100ms") Duration slower, @DefaultValue("0.0005") double significance,
		@DefaultValue("0.01") double besideOther, @DefaultValue("100") long enough) {
}
