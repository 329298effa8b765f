package org.cairn.server.issue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.credential.badge.Achievement;
import org.cairn.credential.badge.Achievement.Criteria;
import org.cairn.credential.badge.Achievement.Details;
import org.cairn.credential.badge.Alignment;
import org.cairn.credential.badge.Extension;
import org.cairn.credential.badge.ResultDescription;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.operate.CairnSettings;

/// What was achieved, as Open Badges says it: the part that all credentials of a version share.
///
/// @param grading how grades of it are described; used only where there is a grade
record AchievementForm(Achievement achievement, ResultDescription grading, Extension extension) {
    private static final int LINE = 500;
    private static final int LIST = 200;
    private static final String LANGUAGE = "[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";

    static AchievementForm of(CairnSettings settings, PublishedSpec spec) {
        var id = settings.address("/catalogue/" + spec.id());
        var content = spec.content();
        var language = language(spec);
        var name = title(spec, language);
        var achievement = new Achievement(
                id,
                name,
                text(content.description(), language).orElse(name),
                new Criteria(Optional.of(id), criteria(content, language)),
                Achievement.MICROCREDENTIAL,
                details(spec, id, language),
                alignments(content),
                List.of(),
                tags(content));
        var scheme = content.gradingScheme().isBlank() ? "Grade" : shortened(content.gradingScheme());
        var grading = new ResultDescription(URI.create(id + "#grade"), scheme, "Result", List.of(), Optional.empty());
        return new AchievementForm(achievement, grading, Terms.of(content));
    }

    /// The main language of a version: the one its title was written in first.
    static String language(PublishedSpec spec) {
        return spec.content().title().keySet().stream().findFirst().orElse("en");
    }

    /// Its title in that language, else in whatever language there is.
    static String title(PublishedSpec spec, String language) {
        return shortened(text(spec.content().title(), language).orElse("Microcredential " + spec.number()));
    }

    /// The achievement of a learner with or without a grade.
    Achievement with(Optional<String> grade) {
        return grade.isEmpty()
                ? achievement
                : new Achievement(
                        achievement.id(),
                        achievement.name(),
                        achievement.description(),
                        achievement.criteria(),
                        achievement.achievementType(),
                        achievement.details(),
                        achievement.alignments(),
                        List.of(grading),
                        achievement.tags());
    }

    private static Details details(PublishedSpec spec, URI id, String language) {
        return new Details(
                Optional.of(URI.create(id + "/badge.png")),
                spec.content().ects(),
                Optional.of(spec.content().fieldOfStudy()).filter(f -> !f.isBlank()),
                Optional.empty(),
                Optional.of(language).filter(l -> l.matches(LANGUAGE)),
                Optional.empty(),
                Optional.of(Integer.toString(spec.number())));
    }

    /// The stated criteria, then what the learner can do, so that a plain reader of badges sees both.
    private static Optional<String> criteria(SpecContent content, String language) {
        var outcomes = content.outcomes().stream()
                .flatMap(o -> text(o.text(), language).stream())
                .map(o -> "- " + o)
                .collect(Collectors.joining("\n"));
        var all = Stream.concat(text(content.criteria(), language).stream(), Stream.of(outcomes))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
        return Optional.of(all).filter(a -> !a.isEmpty()).map(a -> a.length() <= 20_000 ? a : a.substring(0, 20_000));
    }

    private static List<Alignment> alignments(SpecContent content) {
        var all = new ArrayList<Alignment>();
        for (var skill : content.skills()) {
            Addresses.absolute(skill.uri())
                    .filter(uri -> all.size() < LIST)
                    .ifPresent(uri -> all.add(new Alignment(
                            skill.label().isBlank() ? shortened(skill.uri()) : shortened(skill.label()),
                            uri,
                            Optional.of(skill.framework())
                                    .filter(f -> !f.isBlank())
                                    .map(AchievementForm::shortened),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("ceasn:Competency"))));
        }
        return all;
    }

    private static List<String> tags(SpecContent content) {
        return content.skills().stream()
                .map(SpecContent.Skill::label)
                .filter(label -> !label.isBlank())
                .map(AchievementForm::shortened)
                .distinct()
                .limit(LIST)
                .toList();
    }

    /// In the credential's main language, else in whatever language it was written.
    private static Optional<String> text(Map<String, String> texts, String language) {
        return Optional.ofNullable(texts.get(language))
                .or(() -> texts.values().stream().findFirst())
                .filter(t -> !t.isBlank());
    }

    private static String shortened(String text) {
        return text.length() <= LINE ? text : text.substring(0, LINE - 1) + "…";
    }
}
