package dev.banyan.gateway.traffic;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The access log.
 *
 * @param file where it is written; without one there is none
 * @param days how many days are kept; each has a file of its own
 */
@ConfigurationProperties("banyan.gateway.access-log")
record AccessLogSettings(@Nullable Path file, @DefaultValue("14") int days) {
}
