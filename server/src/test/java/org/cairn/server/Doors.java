package org.cairn.server;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address that the application answers, so that a test can go round and try them all.
public class Doors {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}/:]+)(?::([^}|]+)[^}]*)?}");

    private final RequestMappingHandlerMapping mappings;

    Doors(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /// One address and verb.
    ///
    /// @param pattern as mapped: `/o/{organisation}/awards/{id}`
    public record Door(HttpMethod method, String pattern, HandlerMethod handler) {
        /// An address of that pattern.
        ///
        /// @param ids what stands for the variables other than the organisation, by the text before them
        public String path(String organisation, Function<String, UUID> ids) {
            var path = pattern.replace("{organisation}", organisation);
            var variable = VARIABLE.matcher(path);
            while (variable.find()) {
                var choice = variable.group(2);
                var value = choice == null
                        ? ids.apply(path.substring(0, variable.start())).toString()
                        : choice;
                path = path.substring(0, variable.start()) + value + path.substring(variable.end());
                variable = VARIABLE.matcher(path);
            }
            return path;
        }

        public boolean isOfATenant() {
            return isPageOfATenant()
                    || (pattern.startsWith("/api/") && !pattern.startsWith("/api/public/") && !isOfAPerson());
        }

        /// Whether it is for the program of one person.
        public boolean isOfAPerson() {
            return pattern.startsWith("/api/me/");
        }

        public boolean isPageOfATenant() {
            return pattern.startsWith("/o/{organisation}");
        }

        /// Whether it names a row, not only an organisation.
        public boolean namesARow() {
            return VARIABLE.matcher(pattern.replace("{organisation}", "")).find();
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    public Stream<Door> all() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> doors(entry.getKey(), entry.getValue()));
    }

    private static Stream<Door> doors(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> stated = info.getMethodsCondition().getMethods();
        var methods = stated.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : stated;
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(m -> new Door(m.asHttpMethod(), pattern, handler)));
    }
}
