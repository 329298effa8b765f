package org.cairn.server.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.quality.Finding;
import org.cairn.quality.Report;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.web.Languages;

/// A report as it is kept: in words, so that it can be read when rules and program have changed.
record FiledReport(LocalDate on, List<Framework> frameworks) {
    FiledReport {
        frameworks = List.copyOf(frameworks);
    }

    record Framework(String pack, String version, Report.Verdict verdict, List<Line> findings) {
        Framework {
            findings = List.copyOf(findings);
        }
    }

    /// @param outcome PASS, FAIL, WARN, NOT_APPLICABLE, NEEDS_REVIEW or ERROR
    record Line(
            String rule,
            String level,
            String outcome,
            String path,
            Map<String, String> message,
            Map<String, String> reason,
            Map<String, String> found,
            Map<String, String> accepted,
            Map<String, String> fix,
            Set<Integer> positions,
            String clause) {

        String messageIn(Locale locale) {
            return SpecContent.best(message, locale);
        }
    }

    static FiledReport of(Report report) {
        return new FiledReport(
                report.on(),
                report.frameworks().stream().map(FiledReport::framework).toList());
    }

    private static Framework framework(Report.Framework framework) {
        return new Framework(
                framework.pack().id(),
                framework.pack().version(),
                framework.verdict(),
                framework.findings().stream().map(FiledReport::line).toList());
    }

    private static Line line(Finding finding) {
        return new Line(
                finding.rule().id(),
                finding.rule().level().name(),
                finding.outcome().word(),
                finding.rule().place().path(),
                words(finding::messageIn),
                words(finding::reasonIn),
                words(finding::foundIn),
                words(finding::acceptedIn),
                words(finding::fixIn),
                finding.positions(),
                finding.clause());
    }

    private static Map<String, String> words(Function<Locale, String> text) {
        return Languages.ALL.stream().collect(Collectors.toMap(Locale::toLanguageTag, text));
    }
}
