package org.cairn.server.web;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// JSON that programs send holds only text that can be stored and shown. What was stored is read without asking.
@Configuration(proxyBeanMethods = false)
class JsonFromOutside {
    @Bean
    ServerHttpMessageConvertersCustomizer onlyTextThatCanBeShown(JsonMapper json) {
        var strict = json.rebuild()
                .addModule(new SimpleModule().addDeserializer(String.class, new Shown()))
                .build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    private static final class Shown extends StdScalarDeserializer<String> {
        Shown() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getValueAsString();
            if (text == null) {
                return (String) context.handleUnexpectedToken(getValueType(context), parser);
            }
            if (!Text.isText(text)) {
                context.reportInputMismatch(this, "characters that cannot be stored or shown");
            }
            return text;
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return "";
        }
    }
}
