package org.cairn.server.issue;

import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The credential library's shared parts; reading the contexts takes a while, so it is done once.
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    @Bean
    Contexts contexts() {
        return Contexts.bundled();
    }

    @Bean
    DataIntegrity dataIntegrity(Contexts contexts) {
        return new DataIntegrity(contexts);
    }
}
