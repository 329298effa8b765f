package org.cairn.server.hiring;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// An [Export] as plain fields, for systems that know no more than a list of certificates. Texts of several values are
/// separated by ` | `. Pure.
record AtsFields(
        String credential,
        String issuer,
        boolean issuerConfirmed,
        String awardedOn,
        String validUntil,
        String state,
        String verifyUrl,
        String skills,
        String level,
        String assessed) {
    static final List<String> NAMES = List.of(
            "credential",
            "issuer",
            "issuerConfirmed",
            "awardedOn",
            "validUntil",
            "state",
            "verifyUrl",
            "skills",
            "level",
            "assessed");
    private static final String BETWEEN = " | ";

    static List<AtsFields> of(Export export) {
        return export.entries().stream().map(AtsFields::of).toList();
    }

    private static AtsFields of(Export.Entry entry) {
        var one = entry.credential();
        return new AtsFields(
                one.title(),
                one.issuer().shownAs(),
                one.issuer().knownAs().isPresent(),
                HiringWords.isoDay(one.awardedOn()),
                HiringWords.isoDay(one.validUntil()),
                one.standing().name(),
                entry.verifyAt().map(URI::toString).orElse(""),
                joined(one.skills().stream().map(skill -> skill.name().isEmpty() ? skill.uri() : skill.name())),
                one.level().map(Enum::name).orElse(""),
                joined(Stream.concat(
                        one.assessed().forms().stream(),
                        Stream.of(one.assessed().supervision(), one.assessed().result()))));
    }

    private static String joined(Stream<String> texts) {
        return String.join(
                BETWEEN, texts.filter(text -> !text.isEmpty()).distinct().toList());
    }

    List<String> row() {
        return List.of(
                credential,
                issuer,
                Boolean.toString(issuerConfirmed),
                awardedOn,
                validUntil,
                state,
                verifyUrl,
                skills,
                level,
                assessed);
    }
}
