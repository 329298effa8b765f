package org.cairn.server.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.Assessment;
import org.cairn.server.catalogue.SpecContent.Outcome;
import org.cairn.server.catalogue.SpecContent.QualityAssurance;
import org.cairn.server.catalogue.SpecContent.Skill;
import org.cairn.server.issue.CredentialId;

/// One credential in the reader's words, the same on the page, on paper and behind a share link. Texts somebody wrote
/// are [Phrase]s; what the platform says itself are message keys below `portfolio.`, which the templates look up.
///
/// @param status as `fragments/status` knows it
/// @param statusReason what the issuer gave as the reason, when it is not active
/// @param assessments numbered as the outcomes refer to them
record Sheet(
        CredentialId id,
        Phrase title,
        Optional<Phrase> description,
        String recipient,
        String issuer,
        Optional<String> issuerWebsite,
        String awardedOn,
        Optional<String> validUntil,
        String status,
        Optional<String> statusReason,
        Optional<String> grade,
        List<OutcomeLine> outcomes,
        List<AssessmentLine> assessments,
        Optional<Phrase> criteria,
        SpecContent content,
        List<Skill> skills,
        List<QualityAssurance> quality,
        String art,
        String specHref) {

    /// @param by numbers of the assessments that showed it, from 1
    record OutcomeLine(Phrase text, List<Integer> by) {}

    record AssessmentLine(int number, String type, Optional<Phrase> text) {}

    static Sheet of(Held held, Locale reader, Instant now) {
        var content = held.spec().content();
        var credential = held.credential();
        return new Sheet(
                credential.id(),
                Phrase.in(reader, content.title())
                        .orElseGet(
                                () -> new Phrase("und", "auto", credential.id().toString())),
                Phrase.in(reader, content.description()),
                held.award().recipient().name(),
                held.issuer().legalName(),
                held.issuer().website(),
                Dates.day(held.award().awardedOn(), reader),
                credential.validUntil().map(end -> Dates.day(end, reader)),
                held.status(now),
                credential.statusReason(),
                held.award().grade(),
                outcomes(content.outcomes(), reader),
                assessments(content.assessments(), reader),
                Phrase.in(reader, content.criteria()),
                content,
                content.skills(),
                content.qualityAssurance(),
                held.art(),
                "/catalogue/" + held.spec().id().value());
    }

    private static List<OutcomeLine> outcomes(List<Outcome> outcomes, Locale reader) {
        return outcomes.stream()
                .flatMap(outcome -> Phrase.in(reader, outcome.text())
                        .map(text -> new OutcomeLine(
                                text,
                                outcome.assessedBy().stream()
                                        .map(index -> index + 1)
                                        .sorted()
                                        .toList()))
                        .stream())
                .toList();
    }

    private static List<AssessmentLine> assessments(List<Assessment> assessments, Locale reader) {
        return IntStream.range(0, assessments.size())
                .mapToObj(i -> new AssessmentLine(
                        i + 1,
                        assessments.get(i).type().name(),
                        Phrase.in(reader, assessments.get(i).description())))
                .toList();
    }
}
