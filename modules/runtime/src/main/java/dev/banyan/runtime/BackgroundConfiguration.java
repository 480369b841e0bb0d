package dev.banyan.runtime;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Background work of a process: what is scheduled runs on virtual threads.
 */
@AutoConfiguration
@EnableScheduling
public class BackgroundConfiguration {

}
