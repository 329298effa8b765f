package org.cairn.server.verify;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.badge.BadgeContext;
import org.cairn.credential.json.Json;
import org.cairn.credential.verify.BadgeSummary;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.server.trust.StandingWords;
import org.cairn.server.verify.ReportPage.Achieved;
import org.cairn.server.verify.ReportPage.Badge;
import org.cairn.server.verify.ReportPage.Details;
import org.cairn.server.verify.ReportPage.Fact;
import org.cairn.server.verify.ReportPage.IssuerNote;
import org.cairn.server.verify.ReportPage.Line;
import org.cairn.server.verify.ReportPage.Recipient;
import org.cairn.server.verify.ReportPage.Skill;
import org.cairn.server.web.Languages;
import org.cairn.server.web.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Turns a report into what the page shows, in the reader's language.
@Component
class ReportWords {
    private final Wording wording;
    private final StandingWords standing;
    private final EndorserWords endorsers;
    private final JsonMapper json;

    ReportWords(Wording wording, StandingWords standing, EndorserWords endorsers, JsonMapper json) {
        this.wording = wording;
        this.standing = standing;
        this.endorsers = endorsers;
        this.json = json;
    }

    ReportPage page(Checked checked, Locale wish) {
        var locale = Languages.nearest(wish);
        var report = checked.report();
        return new ReportPage(
                report.verdict(),
                wording.text("verify.sentence." + report.verdict(), locale),
                wording.text("verify.asOf", locale, time(checked.at(), locale)),
                badge(report, locale),
                checked.builtOn().stream().map(c -> component(c, locale)).toList(),
                issuer(checked, locale),
                checked.behind().stream()
                        .map(line -> standing.shown(line, locale))
                        .toList(),
                endorsers.shown(checked.endorsers(), locale),
                lines(report, locale),
                details(checked, locale));
    }

    private ReportPage.Component component(Checked.Component component, Locale locale) {
        return new ReportPage.Component(
                component.name(),
                component.about(),
                component
                        .state()
                        .map(state -> wording.text("verify.builtOn." + state, locale))
                        .orElse(""));
    }

    private List<Line> lines(VerificationReport report, Locale locale) {
        return report.findings().stream()
                .map(f -> new Line(
                        f.outcome(), wording.text("verify.check." + f.check(), locale), wording.isolated(f, locale)))
                .toList();
    }

    private Badge badge(VerificationReport report, Locale locale) {
        var summary = report.summary();
        var achievement = summary.achievement();
        return new Badge(
                achievement.name().or(summary::name).orElseGet(() -> wording.text("verify.untitled", locale)),
                achievement.description().orElse(""),
                achievement.criteria().orElse(""),
                summary.issuer().name().or(() -> summary.issuer().id()).orElse(""),
                recipients(summary, locale),
                dates(summary.dates(), locale),
                achievement.skills().stream().map(ReportWords::skill).toList(),
                results(report));
    }

    /// A hashed identifier says nothing to a reader but that there is one; an id is for programs when there is more.
    private List<Recipient> recipients(BadgeSummary summary, Locale locale) {
        var telling = summary.recipients().stream()
                .filter(r -> !r.kind().equals("id"))
                .toList();
        var shown = telling.isEmpty() ? summary.recipients() : telling;
        return shown.stream().map(r -> recipient(r, locale)).toList();
    }

    private Recipient recipient(BadgeSummary.Recipient recipient, Locale locale) {
        var kind = Text.isolated(recipient.kind());
        return recipient.hashed()
                ? new Recipient(wording.text("verify.recipient.hashed", locale, kind), "")
                : new Recipient("", recipient.value());
    }

    private List<Fact> dates(BadgeSummary.Dates dates, Locale locale) {
        var facts = new ArrayList<Fact>();
        dates.awarded().ifPresent(d -> facts.add(fact("verify.date.awarded", date(d, locale), locale)));
        dates.validFrom().ifPresent(d -> facts.add(fact("verify.date.from", date(d, locale), locale)));
        dates.validUntil().ifPresent(d -> facts.add(fact("verify.date.until", date(d, locale), locale)));
        return List.copyOf(facts);
    }

    private Fact fact(String key, String value, Locale locale) {
        return new Fact(wording.text(key, locale), value);
    }

    private static Skill skill(BadgeSummary.Skill skill) {
        var href = skill.url().filter(ReportWords::isWebAddress).orElse("");
        return new Skill(skill.name(), skill.framework().orElse(""), href);
    }

    private static List<Achieved> results(VerificationReport report) {
        return Stream.of(report.credential())
                .filter(BadgeContext::isNamedIn)
                .flatMap(credential -> Json.objects(credential, "credentialSubject").stream())
                .flatMap(subject -> Json.objects(subject, "result").stream())
                .limit(20)
                .map(r -> new Achieved(
                        Json.string(r, "resultDescription").orElse(""),
                        Json.string(r, "value").orElse("")))
                .filter(r -> !r.value().isEmpty())
                .toList();
    }

    private IssuerNote issuer(Checked checked, Locale locale) {
        var did = checked.report().summary().issuer().id().orElse("");
        var confirmed = Checked.isSignerConfirmed(checked.report());
        return new IssuerNote(
                confirmed, wording.text(certainty(checked, confirmed), locale), checked.knownAs(), did, domain(did));
    }

    /// A hosted badge is vouched for by the place where it lies, not by a signature.
    private static String certainty(Checked checked, boolean confirmed) {
        var hosted = checked.report().findings().stream().anyMatch(f -> f.code() == FindingCode.HOSTED_CONFIRMED);
        var sure = hosted ? "verify.who.hosted" : "verify.who.signed";
        return confirmed ? sure : "verify.who.unsure";
    }

    private static String domain(String did) {
        var host =
                did.startsWith("did:web:") ? did.substring("did:web:".length()).split(":", 2)[0] : "";
        try {
            return isWebAddress(did) ? URI.create(did).getHost() : URLDecoder.decode(host, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    private Details details(Checked checked, Locale locale) {
        var credential = checked.report().credential();
        var proofs = Json.objects(credential, "proof");
        var facts = Stream.of(
                        some("verify.detail.id", checked.report().summary().id(), locale),
                        some(
                                "verify.detail.issuer",
                                checked.report().summary().issuer().id(),
                                locale),
                        some("verify.detail.key", first(proofs, "verificationMethod"), locale),
                        some("verify.detail.suite", first(proofs, "cryptosuite"), locale),
                        some("verify.detail.signed", first(proofs, "created").map(d -> date(d, locale)), locale),
                        some(
                                "verify.detail.list",
                                first(Json.objects(credential, "credentialStatus"), "statusListCredential"),
                                locale))
                .flatMap(Optional::stream)
                .toList();
        var machine = json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(ReportJson.of(checked, wording, standing, endorsers, locale));
        return new Details(facts, machine);
    }

    private Optional<Fact> some(String key, Optional<String> value, Locale locale) {
        return value.map(v -> fact(key, v, locale));
    }

    private static Optional<String> first(List<JsonObject> objects, String name) {
        return objects.stream().flatMap(o -> Json.string(o, name).stream()).findFirst();
    }

    private static boolean isWebAddress(String text) {
        try {
            return text.matches("(?i)https?://.+") && URI.create(text).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atOffset(ZoneOffset.UTC));
    }

    /// A date as the reader writes it; one that cannot be read stays as it stands in the credential.
    private static String date(String text, Locale locale) {
        try {
            var day = text.length() == 10
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text).toLocalDate();
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(day);
        } catch (DateTimeException e) {
            return text;
        }
    }
}
