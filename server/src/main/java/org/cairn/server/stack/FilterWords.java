package org.cairn.server.stack;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.stacking.rule.Anchor;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Source;

/// What a rule asks of one microcredential, as a phrase.
final class FilterWords {
    private static final Pattern FIELD = Pattern.compile("isced:([0-9]{2,4})");
    private static final Map<String, String> MODES = Map.of(
            "mode:ONLINE", "category.online",
            "mode:ON_SITE", "category.onsite",
            "mode:BLENDED", "category.blended",
            "mode:VOLUNTEERING", "category.volunteering",
            "mode:WORK_EXPERIENCE", "category.work");

    private final Wording words;
    private final Names names;

    FilterWords(Wording words, Names names) {
        this.words = words;
        this.names = names;
    }

    /// A noun: "a microcredential that …".
    String phrase(Filter filter) {
        return filter instanceof Filter.Anything
                ? words.say("filter.anything")
                : words.say("filter.one", clause(filter));
    }

    /// What follows "that".
    private String clause(Filter filter) {
        return switch (filter) {
            case Filter.Anything() -> words.say("filter.free");
            case Filter.All(var of) -> words.all(clauses(of));
            case Filter.Any(var of) -> words.say("filter.any", words.oneOf(clauses(of)));
            case Filter.Not(var of) -> words.say("filter.not", clause(of));
            case Filter.Spec(var in) -> words.say("filter.spec", words.oneOf(specs(in)));
            case Filter.Family(var in) -> words.say("filter.family", words.oneOf(specs(in)));
            case Filter.Category(var in) ->
                words.say(
                        "filter.category",
                        words.oneOf(in.stream().map(this::category).toList()));
            case Filter.Outcome(var in) ->
                words.say(
                        "filter.outcome",
                        words.oneOf(in.stream().map(this::outcome).toList()));
            case Filter.Level(var framework, var atLeast) ->
                words.say("filter.level", words.name(framework), words.number(atLeast));
            case Filter.Grade grade ->
                words.say("filter.grade", words.name(grade.scheme()), words.name(grade.atLeast()));
            case Filter.Provider(var in) ->
                words.say(
                        "filter.provider",
                        words.oneOf(in.stream().map(this::organisation).toList()));
            case Filter.From(var in) ->
                words.say(
                        "filter.from", words.oneOf(in.stream().map(this::source).toList()));
            case Filter.Skill(var uri, var similarity) ->
                similarity.compareTo(BigDecimal.ONE) == 0
                        ? words.say("filter.skill", outcome(uri))
                        : words.say("filter.skill.near", outcome(uri), words.percent(similarity));
            case Filter.AwardedWithin(var period, var anchor) ->
                anchor.map(day -> words.say("filter.within", words.period(period), anchor(day)))
                        .orElseGet(() -> words.say("filter.within.usual", words.period(period)));
            case Filter.NotExpired() -> words.say("filter.unexpired");
        };
    }

    private List<String> clauses(List<Filter> of) {
        return of.stream().map(this::clause).toList();
    }

    List<String> specs(Collection<String> ids) {
        return ids.stream().map(this::spec).distinct().toList();
    }

    /// A title; one that nobody here knows is not told by its id.
    String spec(String id) {
        return names.spec(id, words.reader())
                .or(() -> CatalogueNames.uuid(id).flatMap(uuid -> names.spec(uuid.toString(), words.reader())))
                .map(title -> words.say("quoted", words.name(title)))
                .orElseGet(() -> words.say("unknown.spec"));
    }

    private String organisation(String id) {
        return names.organisation(id)
                .map(words::name)
                .orElseGet(
                        () -> CatalogueNames.uuid(id).isPresent() ? words.say("unknown.organisation") : words.name(id));
    }

    /// The label of a skill where the catalogue has one; a rule's own word as it stands.
    String outcome(String address) {
        return words.say("quoted", words.name(names.skill(address).orElse(address)));
    }

    /// The catalogue's own kinds in words; a rule's own word as it stands.
    private String category(String category) {
        var field = FIELD.matcher(category);
        if (field.matches()) {
            return words.say("category.field", field.group(1));
        }
        return Optional.ofNullable(MODES.get(category))
                .map(words::say)
                .orElseGet(() -> words.say("quoted", words.name(category)));
    }

    String source(Source source) {
        return switch (source) {
            case OWN -> words.say("source.own");
            case PARTNER -> words.say("source.partner");
            case EXTERNAL -> words.say("source.external");
            case RPL -> words.say("source.rpl");
            case MOOC -> words.say("source.mooc");
        };
    }

    String anchor(Anchor anchor) {
        return switch (anchor) {
            case TODAY -> words.say("anchor.today");
            case REGISTRATION -> words.say("anchor.registration");
            case TARGET_AWARD -> words.say("anchor.award");
        };
    }
}
