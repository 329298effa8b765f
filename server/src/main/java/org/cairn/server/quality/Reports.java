package org.cairn.server.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cairn.quality.Finding;
import org.cairn.quality.Pack;
import org.cairn.quality.Report;

/// Reports and packs as programs get them, in one language.
final class Reports {
    private Reports() {}

    /// @param id names the framework, `version` the rules of it
    /// @param draft whether some of its rules were not compared with the primary text
    record PackView(
            String id, String version, String name, String about, LocalDate effectiveFrom, boolean draft, int rules) {
        static PackView of(Pack pack, Locale language) {
            return new PackView(
                    pack.id(),
                    pack.version(),
                    pack.nameIn(language),
                    pack.aboutIn(language),
                    pack.effectiveFrom(),
                    pack.isDraft(),
                    pack.rules().size());
        }
    }

    record ReportView(LocalDate on, List<FrameworkView> frameworks) {
        static ReportView of(Report report, Locale language) {
            return new ReportView(
                    report.on(),
                    report.frameworks().stream()
                            .map(framework -> FrameworkView.of(framework, language))
                            .toList());
        }
    }

    record FrameworkView(PackView pack, Report.Verdict verdict, List<FindingView> findings) {
        static FrameworkView of(Report.Framework framework, Locale language) {
            return new FrameworkView(
                    PackView.of(framework.pack(), language),
                    framework.verdict(),
                    framework.findings().stream()
                            .map(finding -> FindingView.of(finding, language))
                            .toList());
        }
    }

    /// @param reason why it is not applicable, waits for a person or could not be read; else blank
    /// @param positions of the members of a list that failed, counted from 1
    record FindingView(
            String rule,
            String level,
            String outcome,
            String reason,
            String path,
            String message,
            String found,
            String accepted,
            String fix,
            Set<Integer> positions,
            String clause,
            boolean draft) {
        static FindingView of(Finding finding, Locale language) {
            var rule = finding.rule();
            return new FindingView(
                    rule.id(),
                    rule.level().name(),
                    finding.outcome().word(),
                    finding.reasonIn(language),
                    rule.place().path(),
                    finding.messageIn(language),
                    finding.foundIn(language),
                    finding.acceptedIn(language),
                    finding.fixIn(language),
                    finding.positions(),
                    finding.clause(),
                    rule.isDraft());
        }
    }
}
