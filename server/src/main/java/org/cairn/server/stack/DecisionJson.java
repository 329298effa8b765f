package org.cairn.server.stack;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Rounding;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Decisions as JSON: where one of several kinds of thing can stand, `kind` says which it is.
@Configuration(proxyBeanMethods = false)
class DecisionJson {
    private static final List<Class<?>> KINDS = List.of(
            Decision.Verdict.class,
            Decision.Reason.class,
            Decision.Shortfall.class,
            Constraint.class,
            Filter.class,
            Rounding.class);

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface Kind {}

    @Bean
    JsonMapperBuilderCustomizer kindsOfDecisions() {
        return builder -> KINDS.forEach(type -> builder.addMixIn(type, Kind.class));
    }
}
