package org.cairn.server.hiring;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.credential.verify.Outcome;
import org.cairn.credential.verify.Verdict;
import org.cairn.server.hiring.ShownCredential.Assessed;
import org.cairn.server.hiring.ShownCredential.Standing;
import org.cairn.server.web.Text;
import org.springframework.stereotype.Component;

/// Credentials and lines as pages show them, in the reader's language. What comes from a credential is a stranger's:
/// pages escape it and set it apart. Thread-safe.
@Component
public class Sight {
    private final HiringWords words;

    Sight(HiringWords words) {
        this.words = words;
    }

    /// @param status as `fragments/status` knows it
    /// @param known whether the issuer is registered here and certainly signed it
    public record Card(
            int number,
            Verdict verdict,
            String sentence,
            String status,
            String title,
            String issuer,
            boolean known,
            List<String> recipients,
            String awarded,
            String until,
            List<String> skills,
            String level,
            String assessed,
            List<Trouble> troubles) {}

    public record Trouble(Outcome outcome, String title, String detail) {}

    /// @param said how much it matters and which level is wanted
    public record Row(String skill, String said, Line.Result result, String words, List<Proof> proofs) {}

    public record Proof(String title, String issuer, String awarded, String status, List<String> notes) {}

    public List<Card> cards(List<ShownCredential> shown, Locale locale) {
        return IntStream.range(0, shown.size())
                .mapToObj(place -> card(place + 1, shown.get(place), locale))
                .toList();
    }

    private Card card(int number, ShownCredential one, Locale locale) {
        return new Card(
                number,
                one.verdict(),
                words.text("verify.sentence." + one.verdict(), locale),
                status(one.standing()),
                title(one, locale),
                one.issuer().shownAs(),
                one.issuer().knownAs().isPresent(),
                one.recipients(),
                HiringWords.day(one.awardedOn(), locale),
                HiringWords.day(one.validUntil(), locale),
                one.skills().stream()
                        .map(skill -> skill.name().isEmpty() ? skill.uri() : skill.name())
                        .toList(),
                one.level().map(level -> words.level(level, locale)).orElse(""),
                assessed(one.assessed(), locale),
                one.troubles().stream().map(each -> trouble(each, locale)).toList());
    }

    String title(ShownCredential one, Locale locale) {
        return one.title().isEmpty() ? words.text("verify.untitled", locale) : one.title();
    }

    private Trouble trouble(ShownCredential.Trouble trouble, Locale locale) {
        var args = trouble.args().stream().map(Text::isolated).toArray();
        return new Trouble(
                trouble.outcome(),
                words.text("verify.check." + trouble.check(), locale),
                words.text("verify.finding." + trouble.code(), locale, args));
    }

    static String status(Standing standing) {
        return switch (standing) {
            case VERIFIED -> "VALID";
            case EXPIRED, NOT_YET_VALID, REVOKED, SUSPENDED, INVALID -> standing.name();
            case UNDECIDED -> "UNKNOWN";
        };
    }

    public List<Row> rows(List<Line> lines, List<ShownCredential> shown, Locale locale) {
        return lines.stream().map(line -> row(line, shown, locale)).toList();
    }

    private Row row(Line line, List<ShownCredential> shown, Locale locale) {
        var wanted = line.wanted();
        return new Row(
                wanted.label(),
                words.text(
                        "hiring.wanted",
                        locale,
                        words.text("hiring.weight." + wanted.weight(), locale),
                        words.level(wanted.level(), locale)),
                line.result(),
                words.text("hiring.result." + line.result(), locale),
                line.shownBy().stream()
                        .map(by -> proof(by, shown.get(by.credential()), locale))
                        .toList());
    }

    private Proof proof(Line.By by, ShownCredential one, Locale locale) {
        var notes = Stream.of(
                        likeness(by, locale),
                        by.level() == Line.LevelSaid.NOT_SAID
                                ? words.text("hiring.levelSaid.NOT_SAID", locale)
                                : words.text(
                                        "hiring.levelSaid." + by.level(),
                                        locale,
                                        one.level()
                                                .map(level -> words.level(level, locale))
                                                .orElse("")),
                        assessed(one.assessed(), locale))
                .filter(note -> !note.isEmpty())
                .toList();
        return new Proof(
                title(one, locale),
                one.issuer().shownAs(),
                HiringWords.day(one.awardedOn(), locale),
                status(one.standing()),
                notes);
    }

    private String likeness(Line.By by, Locale locale) {
        return by.likeness() == Line.Likeness.SAME
                ? ""
                : words.text("hiring.likeness." + by.likeness(), locale, Text.isolated(by.skill()));
    }

    private static String key(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// How it was assessed; says so when the credential does not.
    String assessed(Assessed assessed, Locale locale) {
        var forms = assessed.forms().stream()
                .map(form -> words.textOr("catalogue.assessment." + key(form), form, locale))
                .toList();
        var parts = Stream.of(
                        String.join(" · ", forms),
                        assessed.supervision().isEmpty()
                                ? ""
                                : words.textOr(
                                        "catalogue.supervision." + key(assessed.supervision()),
                                        assessed.supervision(),
                                        locale),
                        assessed.result().isEmpty()
                                ? ""
                                : words.text("hiring.assessed.result", locale, Text.isolated(assessed.result())))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? words.text("hiring.assessed.unsaid", locale) : String.join(" · ", parts);
    }
}
