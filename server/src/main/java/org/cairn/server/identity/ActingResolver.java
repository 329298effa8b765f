package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.web.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/// Turns the visitor and the organisation in the address into an [Acting], or refuses. Roles are read from the
/// database on each request, so that taking one away works at once.
@Component
class ActingResolver implements HandlerMethodArgumentResolver {
    private final Organisations organisations;

    ActingResolver(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Acting.class && parameter.hasParameterAnnotation(ActingAs.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var needed = parameter.getParameterAnnotation(ActingAs.class);
        var acting = acting(request).orElseThrow(() -> new NotFoundException("organisation"));
        if (needed != null
                && needed.value().length > 0
                && Arrays.stream(needed.value()).noneMatch(acting::may)) {
            throw new AccessDeniedException("role missing");
        }
        return acting;
    }

    private Optional<Acting> acting(NativeWebRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case Acting byKey -> Optional.of(byKey);
            case SignedIn person ->
                slug(request)
                        .flatMap(slug -> organisations.membership(person.person(), slug))
                        .map(membership -> new Acting(membership, person.actor()));
            case null, default -> Optional.empty();
        };
    }

    private static Optional<String> slug(NativeWebRequest request) {
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        return servlet != null
                        && servlet.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> vars
                        && vars.get("organisation") instanceof String slug
                ? Optional.of(slug)
                : Optional.empty();
    }
}
