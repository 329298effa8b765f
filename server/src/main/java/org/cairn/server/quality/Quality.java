package org.cairn.server.quality;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.quality.Check;
import org.cairn.quality.Finding;
import org.cairn.quality.Pack;
import org.cairn.quality.Packs;
import org.cairn.quality.Report;
import org.cairn.server.catalogue.GateReport;
import org.cairn.server.catalogue.PublicationGate;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.Organisation;
import org.cairn.server.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/// Checks specs against rule packs. Before publishing, that is the one of the EU recommendation. Thread-safe;
/// nothing is stored.
@Service
public class Quality implements PublicationGate {
    private static final String GATE = "EU-2022";

    private final MessageSource messages;
    private final InstantSource time;

    Quality(MessageSource messages, InstantSource time) {
        this.messages = messages;
        this.time = time;
    }

    /// Of each framework the version in force today.
    public List<Pack> packs() {
        return Packs.inForce(Packs.bundled(), today());
    }

    Report check(SpecContent content, Organisation issuer, List<Pack> packs) {
        return check(content, issuer, Brought.NOTHING, packs, today());
    }

    /// The same with what people brought along, as of a day: evidence is stale or not by that day.
    public Report check(SpecContent content, Organisation issuer, Brought brought, List<Pack> packs, LocalDate day) {
        return new Check(packs, day).run(Facts.of(content, issuer, brought, day));
    }

    @Override
    public GateReport check(SpecContent content, Organisation issuer) {
        var gate = packs().stream().filter(pack -> pack.id().equals(GATE)).toList();
        var report = check(content, issuer, gate).frameworks().getFirst();
        return new GateReport(
                report.pack().nameIn(Locale.ENGLISH),
                report.pack().id() + " " + report.pack().version(),
                verdict(report.verdict()),
                report.findings().stream().map(each -> finding(each, content)).toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    private static GateReport.Verdict verdict(Report.Verdict verdict) {
        return switch (verdict) {
            case CONFORMS -> GateReport.Verdict.CONFORMS;
            case INCOMPLETE -> GateReport.Verdict.INCOMPLETE;
            case FAILS -> GateReport.Verdict.FAIL;
        };
    }

    private GateReport.Finding finding(Finding finding, SpecContent content) {
        var rule = finding.rule();
        return new GateReport.Finding(
                rule.id(),
                GateReport.Level.valueOf(rule.level().name()),
                GateReport.Outcome.valueOf(finding.outcome().word()),
                rule.place().path(),
                inEveryLanguage(finding::messageIn),
                inEveryLanguage(language -> found(finding, content, language)),
                inEveryLanguage(finding::acceptedIn),
                inEveryLanguage(finding::fixIn),
                rule.cites().clause());
    }

    /// Codes are said in the words of the form in which they were chosen.
    private String found(Finding finding, SpecContent content, Locale language) {
        var codes = codes(finding.rule().place().path(), content);
        if (!codes.isEmpty()) {
            return codes.stream()
                    .map(key -> messages.getMessage(key, null, key, language))
                    .collect(Collectors.joining("; "));
        }
        var reason = finding.reasonIn(language);
        return reason.isEmpty() ? finding.foundIn(language) : reason;
    }

    private static List<String> codes(String path, SpecContent content) {
        var keys = switch (path) {
            case "spec.assessment" -> content.assessments().stream().map(each -> "catalogue.assessment." + each.type());
            case "spec.participation" ->
                content.participation().stream().sorted().map(each -> "catalogue.participation." + each);
            case "spec.qualityAssurance" ->
                content.qualityAssurance().stream().map(each -> "catalogue.qa." + each.type());
            case "spec.supervision" -> content.supervision().stream().map(each -> "catalogue.supervision." + each);
            default -> Stream.<String>empty();
        };
        return keys.toList();
    }

    private static Map<String, String> inEveryLanguage(Function<Locale, String> text) {
        return Languages.ALL.stream().collect(Collectors.toMap(Locale::toLanguageTag, text));
    }
}
