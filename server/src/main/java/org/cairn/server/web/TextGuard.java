package org.cairn.server.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// No parameter brings in what the database cannot store. Who only looks for something gets it left out; who wants
/// something written is refused. While an error is told, parameters that cannot be read count as none, else telling it
/// would fail in its turn.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 45)
class TextGuard extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new Parameters(request, readable(request)), response);
            return;
        }
        try {
            guard(request, response, chain);
        } catch (InvalidParameterException e) {
            response.sendError(e.getErrorCode());
        }
    }

    private static void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sent = request.getParameterMap();
        if (isClean(sent)) {
            chain.doFilter(request, response);
        } else if (request.getMethod().equals("GET")) {
            chain.doFilter(new Parameters(request, cleaned(sent)), response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static Map<String, String[]> readable(HttpServletRequest request) {
        try {
            return cleaned(request.getParameterMap());
        } catch (IllegalStateException e) {
            return Map.of();
        }
    }

    private static boolean isClean(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .allMatch(p -> Text.isStorable(p.getKey())
                        && Arrays.stream(p.getValue())
                                // A name without a value may come as null.
                                .filter(Objects::nonNull)
                                .allMatch(Text::isStorable));
    }

    private static Map<String, String[]> cleaned(Map<String, String[]> parameters) {
        var clean = new LinkedHashMap<String, String[]>();
        parameters.forEach((name, values) -> clean.put(
                Text.storable(name), Arrays.stream(values).map(Text::storable).toArray(String[]::new)));
        return Collections.unmodifiableMap(clean);
    }

    private static final class Parameters extends HttpServletRequestWrapper {
        private final Map<String, String[]> values;

        Parameters(HttpServletRequest request, Map<String, String[]> values) {
            super(request);
            this.values = values;
        }

        @Override
        public @Nullable String getParameter(String name) {
            var all = values.get(name);
            return all == null || all.length == 0 ? null : all[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return values;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(values.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return values.get(name);
        }
    }
}
