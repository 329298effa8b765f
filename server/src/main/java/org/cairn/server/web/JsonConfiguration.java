package org.cairn.server.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;

/// JSON as the house wants it: what is left out is empty instead of null, and a misspelt name is an error instead of
/// a value silently lost.
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {
    @Bean
    JsonMapperBuilderCustomizer emptyInsteadOfNull() {
        var asEmpty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        return builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .withConfigOverride(String.class, o -> o.setNullHandling(asEmpty))
                .withConfigOverride(List.class, o -> o.setNullHandling(asEmpty))
                .withConfigOverride(Set.class, o -> o.setNullHandling(asEmpty))
                .withConfigOverride(Map.class, o -> o.setNullHandling(asEmpty));
    }
}
