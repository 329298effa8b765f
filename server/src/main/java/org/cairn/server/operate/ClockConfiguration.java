package org.cairn.server.operate;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The only place that asks the machine for the time.
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    @Bean
    InstantSource time() {
        return InstantSource.system();
    }
}
