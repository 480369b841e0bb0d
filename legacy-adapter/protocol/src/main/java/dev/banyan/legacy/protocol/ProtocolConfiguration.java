package dev.banyan.legacy.protocol;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(ShopSite.class)
class ProtocolConfiguration {

}
