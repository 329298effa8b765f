package org.cairn.server.taxonomy;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.RateLimits;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Skills and occupations for everybody's programs: no key, answers may be cached.
@RestController
@RequestMapping("/api/public/skills")
class SkillApi {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit("skills", 1_200, Duration.ofMinutes(1));
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    private static final int MOST = 50;

    private final Taxonomies taxonomies;
    private final RateLimits limits;

    SkillApi(Taxonomies taxonomies, RateLimits limits) {
        this.taxonomies = taxonomies;
        this.limits = limits;
    }

    /// @param name by which it was found, where that is not its label
    record Found(String uri, String kind, String label, Optional<String> name, String description) {}

    record Answer(String taxonomy, List<Found> found) {}

    @Operation(
            summary = "Search skills or occupations as one types",
            description =
                    "Each word typed is the beginning of a word of a label or alternative label; a small mistake is"
                            + " forgiven. Labels in the language asked for, else in English. At most 50.")
    @GetMapping
    ResponseEntity<Answer> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "skill") String kind,
            @RequestParam(defaultValue = "10") int limit,
            HttpServletRequest request,
            Locale locale) {
        if (!limits.permits(LIMIT, request.getRemoteAddr())) {
            return tooMany();
        }
        var language = lang.isBlank() ? locale.getLanguage() : lang;
        var found = taxonomies.search(q, language, kind(kind), Math.clamp(limit, 1, MOST)).stream()
                .map(concept -> new Found(
                        concept.uri().value(),
                        kind,
                        concept.label(),
                        Optional.of(concept.name()).filter(name -> !name.equals(concept.label())),
                        concept.description()))
                .toList();
        return cacheable(new Answer(taxonomies.current().scheme().toString(), found));
    }

    private static Concept.Kind kind(String kind) {
        return switch (kind) {
            case "skill" -> Concept.Kind.SKILL;
            case "occupation" -> Concept.Kind.OCCUPATION;
            default -> throw new InputException(Fault.of("kind", "taxonomy.api.kind"));
        };
    }

    record Words(String label, List<String> alternatives, String description) {}

    record Asked(String uri, String label, boolean essential, Optional<Double> importance, Optional<Double> level) {}

    /// @param asks of an occupation
    record One(String uri, String kind, Map<String, Words> words, List<Asked> asks) {}

    @Operation(
            summary = "One skill or occupation by its URI",
            description =
                    "In all languages at hand; an occupation with what it asks for, importance and level from 0 to 1"
                            + " where they are rated. Old releases are looked into as well.")
    @GetMapping("/by-uri")
    ResponseEntity<One> byUri(@RequestParam String uri, HttpServletRequest request, Locale locale) {
        if (!limits.permits(LIMIT, request.getRemoteAddr())) {
            return tooMany();
        }
        if (!ConceptUri.isOne(uri)) {
            throw new InputException(Fault.of("uri", "taxonomy.api.uri"));
        }
        var concept = new ConceptUri(uri);
        var one = taxonomies
                .skill(concept)
                .map(skill -> one(skill, List.of()))
                .or(() -> taxonomies
                        .occupation(concept)
                        .map(profile -> one(profile.occupation(), asks(profile, locale.getLanguage()))))
                .orElseThrow(() -> new NotFoundException("skill"));
        return cacheable(one);
    }

    private List<Asked> asks(OccupationProfile profile, String language) {
        var labels = taxonomies.labels(
                profile.asks().stream().map(Entry.OccupationSkill::skill).toList(), language);
        return profile.asks().stream()
                .map(asked -> new Asked(
                        asked.skill().value(),
                        labels.getOrDefault(asked.skill(), ""),
                        asked.essential(),
                        asked.importance().stream().boxed().findFirst(),
                        asked.level().stream().boxed().findFirst()))
                .toList();
    }

    private static One one(Entry.Concept concept, List<Asked> asks) {
        var words = new TreeMap<String, Words>();
        concept.words()
                .forEach((language, of) ->
                        words.put(language, new Words(of.label(), of.alternatives(), of.description())));
        return new One(concept.uri().value(), concept instanceof Entry.Skill ? "skill" : "occupation", words, asks);
    }

    private static <T> ResponseEntity<T> cacheable(T body) {
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .eTag(Integer.toHexString(body.hashCode()))
                .body(body);
    }

    private static <T> ResponseEntity<T> tooMany() {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .build();
    }
}
