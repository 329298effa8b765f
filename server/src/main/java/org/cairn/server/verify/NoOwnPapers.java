package org.cairn.server.verify;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A platform that issues nothing has no papers of its own. Gives way to whoever knows some.
@Configuration(proxyBeanMethods = false)
class NoOwnPapers {

    @Bean
    @ConditionalOnMissingBean
    OwnPapers ownPapers() {
        return new OwnPapers() {
            @Override
            public Optional<JsonObject> didDocument(String did) {
                return Optional.empty();
            }

            @Override
            public Optional<JsonObject> statusList(URI address) {
                return Optional.empty();
            }

            @Override
            public Optional<List<String>> share(String token, HttpServletRequest visit) {
                return Optional.empty();
            }
        };
    }
}
