package org.cairn.server.hiring;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.server.hiring.Line.By;
import org.cairn.server.hiring.Line.LevelSaid;
import org.cairn.server.hiring.Line.Likeness;
import org.cairn.server.hiring.Line.Result;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Taxonomy;

/// Holds credentials against a role, one line a skill, in the order of the role. Adds nothing up. Pure.
public final class Comparing {
    /// Skills that lie so far apart have hardly more in common than any two.
    private static final int FARTHEST = 3;
    private static final int MOST_AROUND = 2_000;

    private final List<ShownCredential> shown;
    private final Taxonomy taxonomy;

    private Comparing(List<ShownCredential> shown, Taxonomy taxonomy) {
        this.shown = shown;
        this.taxonomy = taxonomy;
    }

    public static List<Line> lines(List<RoleSkill> wanted, List<ShownCredential> shown, Taxonomy taxonomy) {
        var comparing = new Comparing(shown, taxonomy);
        return wanted.stream().map(comparing::line).toList();
    }

    private Line line(RoleSkill wanted) {
        var same = by(wanted, each -> true, skill -> likeness(wanted, skill));
        var verified = same.stream().filter(this::isVerified).toList();
        if (!verified.isEmpty()) {
            return new Line(wanted, Result.SHOWN, verified);
        }
        if (!same.isEmpty()) {
            return new Line(wanted, Result.UNPROVEN, same);
        }
        var related = related(wanted);
        return new Line(wanted, related.isEmpty() ? Result.NOT_SHOWN : Result.RELATED, related);
    }

    private boolean isVerified(By by) {
        return shown.get(by.credential()).standing().isVerified();
    }

    private List<By> related(RoleSkill wanted) {
        if (!ConceptUri.isOne(wanted.uri())) {
            return List.of();
        }
        var above = around(new ConceptUri(wanted.uri()), true);
        var below = around(new ConceptUri(wanted.uri()), false);
        return by(
                wanted,
                each -> each.standing().isVerified(),
                skill -> above.contains(skill.uri())
                        ? Optional.of(Likeness.BROADER)
                        : below.contains(skill.uri()) ? Optional.of(Likeness.NARROWER) : Optional.empty());
    }

    private interface Test {
        Optional<Likeness> of(ShownCredential.Skill skill);
    }

    /// Of each credential the skill that is likest.
    private List<By> by(RoleSkill wanted, Predicate<ShownCredential> which, Test test) {
        return IntStream.range(0, shown.size())
                .filter(place -> which.test(shown.get(place)))
                .boxed()
                .flatMap(place -> shown.get(place).skills().stream()
                        .flatMap(skill -> test.of(skill).stream()
                                .map(likeness -> new By(place, likeness, level(wanted, place), name(skill))))
                        .min((a, b) -> a.likeness().compareTo(b.likeness()))
                        .stream())
                .toList();
    }

    private static String name(ShownCredential.Skill skill) {
        return skill.name().isEmpty() ? skill.uri() : skill.name();
    }

    private static Optional<Likeness> likeness(RoleSkill wanted, ShownCredential.Skill skill) {
        if (!wanted.uri().isEmpty() && !skill.uri().isEmpty()) {
            return wanted.uri().equals(skill.uri()) ? Optional.of(Likeness.SAME) : Optional.empty();
        }
        return !skill.name().isEmpty() && words(skill.name()).equals(words(wanted.label()))
                ? Optional.of(Likeness.SAME_WORDS)
                : Optional.empty();
    }

    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private LevelSaid level(RoleSkill wanted, int place) {
        return shown.get(place)
                .level()
                .map(level -> level.compareTo(wanted.level()) >= 0 ? LevelSaid.REACHED : LevelSaid.BELOW)
                .orElse(LevelSaid.NOT_SAID);
    }

    /// What lies above or below in the taxonomy, without the skill itself.
    private Set<String> around(ConceptUri skill, boolean above) {
        var found = new HashSet<String>();
        var edge = new ArrayDeque<>(List.of(skill));
        for (var step = 0; step < FARTHEST && !edge.isEmpty(); step++) {
            var next = edge.stream()
                    .flatMap(uri -> next(uri, above))
                    .filter(uri -> !uri.equals(skill) && found.size() < MOST_AROUND && found.add(uri.value()))
                    .toList();
            edge = new ArrayDeque<>(next);
        }
        return found;
    }

    /// Groups of a taxonomy are no skills; what stands in one group need not be akin.
    private Stream<ConceptUri> next(ConceptUri uri, boolean above) {
        return (above ? taxonomy.broader(uri) : taxonomy.narrower(uri))
                .stream().filter(each -> taxonomy.skill(each).isPresent());
    }
}
