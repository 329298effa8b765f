package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.cairn.server.web.Languages;
import org.cairn.server.web.ProblemAnswers;
import org.cairn.server.web.RateLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.ott.GenerateOneTimeTokenFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Every door of the house and who may open it. What is not listed is closed.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    /// Nothing inline, nothing from other hosts; pictures may be data because badge art is drawn.
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    /// Open to everybody.
    private static final String[] PUBLIC = {
        "/",
        "/about",
        "/languages",
        "/catalogue",
        "/catalogue/**",
        "/specs/**",
        "/skills",
        "/skills/**",
        "/ims/case/**",
        "/rule-packs",
        "/rule-packs/**",
        "/employers",
        "/employers/**",
        "/feed",
        "/feed/**",
        "/market",
        "/market/**",
        "/images/**",
        "/login",
        "/login/**",
        "/ott/**",
        "/logout",
        "/error",
        "/verify",
        "/verify/**",
        "/s/**",
        "/claim",
        "/claim/**",
        "/issuers/**",
        "/achievements/**",
        "/statements/**",
        "/status/**",
        "/trust",
        "/trust/**",
        "/credentials/**",
        "/webjars/**",
        "/*.css",
        "/*.js",
        "/*.svg",
        "/icons/**",
        "/favicon.ico",
        "/robots.txt",
        "/demo/**",
        "/actuator/health",
        "/actuator/health/**",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/developers"
    };

    /// Open to whoever signed in; what each organisation's pages demand beyond that, [ActingResolver] asks.
    private static final String[] PERSONAL = {
        "/home",
        "/portfolio",
        "/portfolio/**",
        "/account",
        "/account/**",
        "/o/**",
        "/operator",
        "/operator/**",
        "/employers/join"
    };

    private final ActingResolver acting;

    SecurityConfiguration(ActingResolver acting) {
        this.acting = acting;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(acting);
    }

    @Bean
    @Order(1)
    SecurityFilterChain doorsForPrograms(
            HttpSecurity http,
            ApiKeys keys,
            PersonalKeys personal,
            ProblemAnswers answers,
            List<UnguardedDoor> unguarded) {
        headers(http.securityMatcher("/api/**", "/vc-api/**"));
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new ApiKeyFilter(keys, personal), AuthorizationFilter.class)
                .authorizeHttpRequests(ask -> ask.requestMatchers("/api/public/**", "/vc-api/status/*")
                        .permitAll()
                        .requestMatchers(request -> unguarded.stream().anyMatch(door -> door.isOpen(request)))
                        .permitAll()
                        .requestMatchers("/api/me/**")
                        .hasRole(SignedIn.ROLE)
                        .requestMatchers("/api/**", "/vc-api/**")
                        .hasRole(ApiKeyFilter.PROGRAM)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(ApiKeyFilter.unauthorised(answers))
                        .accessDeniedHandler(ApiKeyFilter.forbidden(answers)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain doorsForPeople(HttpSecurity http, SignInLetters letters, RateLimits limits) {
        headers(http);
        return http
                // Verifying changes nothing and needs no session, so programs may post to it without a token.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/verify"))
                .addFilterBefore(new SignInLimit(limits), GenerateOneTimeTokenFilter.class)
                // Personal first: what lies below an open address may be personal all the same.
                .authorizeHttpRequests(ask -> ask.requestMatchers(PERSONAL)
                        .authenticated()
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .oneTimeTokenLogin(ott -> ott.loginPage("/login")
                        .loginProcessingUrl("/login/ott")
                        .showDefaultSubmitPage(false)
                        .tokenGenerationSuccessHandler(letters)
                        .defaultSuccessUrl("/home")
                        .failureUrl("/login?expired"))
                .logout(out -> out.logoutSuccessUrl("/"))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(signInOrNothing()).accessDeniedHandler(forbiddenOrNothing()))
                .build();
    }

    private static void headers(HttpSecurity http) {
        http.headers(h -> h.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                // Public, cacheable answers set their own; everything else gets Spring's no-store.
                .cacheControl(cache -> {})
                .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=()")));
    }

    @Bean
    UserDetailsService readersOfAddresses(People people) {
        return username -> {
            var address = EmailAddress.parse(username).orElseThrow(() -> new UsernameNotFoundException("address"));
            // The link proved that this person reads the address; who is new is known by it until she gives a name.
            var person = people.confirmed(
                    address,
                    address.value().substring(0, address.value().indexOf('@')),
                    Languages.nearest(LocaleContextHolder.getLocale()));
            return new SignedIn(person.id(), person.name(), address.value());
        };
    }

    /// A closed personal door leads to the sign-in page; any other address simply is not there.
    private static AuthenticationEntryPoint signInOrNothing() {
        var signIn = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, e) -> {
            if (isPersonal(request.getRequestURI())) {
                signIn.commence(request, response, e);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        };
    }

    private static AccessDeniedHandler forbiddenOrNothing() {
        return (request, response, e) -> response.sendError(
                isPersonal(request.getRequestURI()) || !request.getMethod().equals(HttpMethod.GET.name())
                        ? HttpServletResponse.SC_FORBIDDEN
                        : HttpServletResponse.SC_NOT_FOUND);
    }

    private static boolean isPersonal(String path) {
        return path.matches("/(home|portfolio|account|o|operator|employers/join)(/.*)?");
    }
}
