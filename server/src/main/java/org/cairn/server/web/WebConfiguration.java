package org.cairn.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.util.HttpSessionMutexListener;

/// The reader's language: `?lang=` once, then a cookie, else what the browser asks for.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang") {
            @Override
            protected @Nullable Locale parseLocaleValue(String value) {
                return Languages.nearest(Locale.forLanguageTag(value));
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setDefaultLocaleFunction(WebConfiguration::wished);
        return resolver;
    }

    private static Locale wished(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null || !header.matches("[A-Za-z0-9,;=.*\\- ]{1,200}")) {
            return Languages.ALL.getFirst();
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(header), Languages.ALL);
            return found == null ? Languages.ALL.getFirst() : found;
        } catch (IllegalArgumentException e) {
            return Languages.ALL.getFirst();
        }
    }

    /// What two requests of one session must not do at the same time, they lock on this.
    @Bean
    HttpSessionMutexListener sessionMutex() {
        return new HttpSessionMutexListener();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
    }
}
