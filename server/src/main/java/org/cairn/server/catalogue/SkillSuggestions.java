package org.cairn.server.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.SpecContent.Skill;
import org.cairn.server.identity.Acting;
import org.cairn.server.taxonomy.SkillDecisions;
import org.cairn.server.taxonomy.TextToSkills;
import org.cairn.server.taxonomy.TextToSkills.Answer;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.Languages;
import org.cairn.skills.match.FoundSkill;
import org.cairn.skills.match.Means;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Skills that were found in the texts of a draft, for its designer to accept or refuse. Thread-safe.
@Service
class SkillSuggestions {
    private static final int MOST = 10;
    private static final int MOST_QUOTES = 3;

    private final Specs specs;
    private final TextToSkills reader;
    private final SkillDecisions decisions;

    SkillSuggestions(Specs specs, TextToSkills reader, SkillDecisions decisions) {
        this.specs = specs;
        this.reader = reader;
        this.decisions = decisions;
    }

    /// One text of a draft in its main language.
    ///
    /// @param number of the outcome, from 1; 0 for the description
    record Source(int number, String language, String text) {
        public String hash() {
            return SkillDecisions.hash(text);
        }
    }

    /// @param percent how likely a person would say so too
    /// @param quotes where the text says it
    /// @param chosen whether the draft has it already
    record Suggestion(String uri, String label, int percent, List<String> quotes, boolean chosen) {}

    /// @param preparing percentage while nothing can be said yet; empty otherwise
    /// @param absent whether nothing can be said here at all
    /// @param lexical whether the language has no model, so that only words were compared
    record Section(
            Source source,
            String dir,
            List<Suggestion> suggestions,
            Optional<Integer> preparing,
            boolean absent,
            boolean lexical) {}

    List<Section> of(Acting acting, SpecContent content) {
        return sources(content).stream()
                .map(source -> section(acting, content, source))
                .toList();
    }

    private static List<Source> sources(SpecContent content) {
        var sources = new ArrayList<Source>();
        for (var number = 1; number <= content.outcomes().size(); number++) {
            source(number, content.outcomes().get(number - 1).text()).ifPresent(sources::add);
        }
        source(0, content.description()).ifPresent(sources::add);
        return sources;
    }

    private static Optional<Source> source(int number, Map<String, String> texts) {
        return texts.entrySet().stream().findFirst().map(main -> new Source(number, main.getKey(), main.getValue()));
    }

    private Section section(Acting acting, SpecContent content, Source source) {
        var dir = Languages.direction(Locale.forLanguageTag(source.language()));
        return switch (reader.find(source.text(), source.language())) {
            case Answer.Preparing(var percent) ->
                new Section(source, dir, List.of(), Optional.of(percent), false, false);
            case Answer.Absent() -> new Section(source, dir, List.of(), Optional.empty(), true, false);
            case Answer.Found(var skills, var means) ->
                new Section(
                        source,
                        dir,
                        offered(acting, content, source, skills),
                        Optional.empty(),
                        false,
                        means == Means.LEXICAL);
        };
    }

    private List<Suggestion> offered(Acting acting, SpecContent content, Source source, List<FoundSkill> skills) {
        var chosen = content.skills().stream().map(Skill::uri).collect(Collectors.toSet());
        var decided = decisions.of(acting.organisationId(), source.text());
        return skills.stream()
                .filter(found -> decided.getOrDefault(found.skill(), true))
                .limit(MOST)
                .map(found ->
                        suggestion(found, source, chosen.contains(found.skill().value())))
                .toList();
    }

    private static Suggestion suggestion(FoundSkill found, Source source, boolean chosen) {
        return new Suggestion(
                found.skill().value(),
                found.label(),
                (int) Math.round(100 * found.confidence()),
                found.evidence().stream()
                        .map(span -> span.of(source.text()).strip())
                        .distinct()
                        .limit(MOST_QUOTES)
                        .toList(),
                chosen);
    }

    /// Accepts or refuses a skill that was found in a text; an accepted one becomes a skill of the draft.
    ///
    /// @param hash of the text it was found in
    /// @throws ConflictException when the draft's texts have changed since
    @Transactional
    public void decide(Acting acting, SpecId spec, String hash, String uri, boolean accepted) {
        var draft = specs.draft(acting.organisationId(), spec);
        var content = draft.content();
        var source = sources(content).stream()
                .filter(each -> each.hash().equals(hash))
                .findFirst()
                .orElseThrow(() -> new ConflictException("catalogue.suggest.changed"));
        var found = found(source).stream()
                .filter(each -> each.skill().value().equals(uri))
                .findFirst()
                .orElseThrow(() -> new ConflictException("catalogue.suggest.changed"));
        decisions.decide(acting, source.text(), found.skill(), found.confidence(), accepted);
        if (accepted && content.skills().stream().noneMatch(skill -> skill.uri().equals(uri))) {
            var skill = new Skill(uri, found.label(), framework(found.skill()));
            specs.saveDraft(acting, spec, content.withSkill(skill), draft.revision());
        }
    }

    private List<FoundSkill> found(Source source) {
        return reader.find(source.text(), source.language()) instanceof Answer.Found(var skills, var _)
                ? skills
                : List.of();
    }

    private static String framework(ConceptUri uri) {
        if (uri.value().startsWith("http://data.europa.eu/esco/")) {
            return "ESCO";
        }
        return uri.value().startsWith("https://www.onet") ? "O*NET" : "";
    }
}
