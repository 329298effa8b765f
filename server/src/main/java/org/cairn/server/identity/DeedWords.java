package org.cairn.server.identity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.server.operate.Audit;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Puts the audit trail into words. The trail itself holds ids and codes, so that names may change and be erased;
/// who they stand for is looked up when somebody reads.
@Component
class DeedWords {
    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};
    private static final Pattern SUBJECT = Pattern.compile("(award|credential):([0-9a-f-]{36})");
    private static final String VERSION = "version";
    private static final Pattern ROLE = Pattern.compile("OPERATOR|ADMIN|DESIGNER|ISSUER|EMPLOYER|REVIEWER");

    private final People people;
    private final ApiKeys keys;
    private final MessageSource messages;
    private final JsonMapper json;

    DeedWords(People people, ApiKeys keys, MessageSource messages, JsonMapper json) {
        this.people = people;
        this.keys = keys;
        this.messages = messages;
        this.json = json;
    }

    /// One line of the trail.
    ///
    /// @param whom name of the person it was done to; empty for everything else
    /// @param href page of what it was done to; empty where there is none that stays
    record Line(String at, String stamp, String who, String what, String whom, String href, List<Detail> details) {}

    record Detail(String label, String value) {}

    List<Line> of(Acting acting, List<Audit.Entry> entries, Locale locale) {
        var names = new HashMap<String, String>();
        keys.of(acting.organisationId()).forEach(key -> names.put("key:" + key.id(), key.name()));
        names.put("system", messages.getMessage("identity.history.system", null, locale));
        var dates = new Dates(locale);
        return entries.stream()
                .map(entry -> new Line(
                        dates.minute(entry.at()),
                        entry.at().toString(),
                        names.computeIfAbsent(entry.actor(), key -> person(key, locale)),
                        wordsOr("identity.deed." + entry.action(), entry.action(), locale),
                        entry.subject().startsWith("person:")
                                ? names.computeIfAbsent(entry.subject(), key -> person(key, locale))
                                : "",
                        href(acting, entry),
                        details(entry.detail(), locale)))
                .toList();
    }

    private String person(String key, Locale locale) {
        var unknown = messages.getMessage("identity.history.unknown", null, locale);
        return key.startsWith("person:")
                ? people.byId(new PersonId(UUID.fromString(key.substring("person:".length()))))
                        .map(Person::name)
                        .orElse(unknown)
                : unknown;
    }

    /// Only what is never deleted: a link into nothing helps nobody.
    private String href(Acting acting, Audit.Entry entry) {
        var version = json.readValue(entry.detail(), DETAIL).get(VERSION);
        if (version != null) {
            return "/catalogue/" + version;
        }
        var subject = SUBJECT.matcher(entry.subject());
        return subject.matches()
                ? "/o/" + acting.organisation().slug() + "/" + subject.group(1) + "s/" + subject.group(2)
                : "";
    }

    /// A version is shown as a link; what is empty needs no line.
    private List<Detail> details(String detail, Locale locale) {
        return json.readValue(detail, DETAIL).entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(VERSION) && !entry.getValue().isBlank())
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> new Detail(
                        wordsOr("identity.detail." + entry.getKey(), entry.getKey(), locale),
                        value(entry.getValue(), locale)))
                .toList();
    }

    /// Sets of roles are stored as `[ADMIN, ISSUER]`.
    private String value(String value, Locale locale) {
        if (!value.matches("\\[[A-Z, ]*]")) {
            return value;
        }
        var roles = ROLE.matcher(value)
                .results()
                .map(found -> messages.getMessage("identity.role.short." + found.group(), null, locale))
                .collect(Collectors.joining(" · "));
        return roles.isEmpty() ? messages.getMessage("identity.history.none", null, locale) : roles;
    }

    /// A capability may write deeds that this one has no words for yet; their code is better than nothing.
    private String wordsOr(String key, String code, Locale locale) {
        var words = messages.getMessage(key, null, code, locale);
        return words == null ? code : words;
    }
}
