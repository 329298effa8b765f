package org.cairn.server.hiring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// An [Export] as a Learning and Employment Record Resume (HR Open Standards). Which of its names could be confirmed
/// stands in `docs/hiring.md`; where it has no place for something, that is left out and nothing is bent to fit. Pure.
final class LerRs {
    /// The one value its schema admits; releases 4.4 and 4.5 share it.
    static final String TYPE = "http://schema.hropenstandards.org/4.4/recruiting/json/ler-rs/LER-RSType.json";

    private LerRs() {}

    static Map<String, Object> of(Export export, JsonMapper json) {
        var record = new LinkedHashMap<String, Object>();
        record.put("type", TYPE);
        record.put("documentId", Map.of("value", export.id()));
        if (!export.name().isEmpty()) {
            record.put("person", Map.of("name", Map.of("formattedName", export.name())));
        }
        export.email()
                .ifPresent(email -> record.put("communication", Map.of("email", List.of(Map.of("address", email)))));
        put(
                record,
                "certifications",
                export.entries().stream()
                        .map(entry -> certification(entry, json))
                        .toList());
        put(record, "skills", skills(export));
        return record;
    }

    private static Map<String, Object> certification(Export.Entry entry, JsonMapper json) {
        var credential = entry.credential();
        var certification = new LinkedHashMap<String, Object>();
        put(certification, "name", credential.title());
        put(certification, "issuingAuthority", authority(credential.issuer()));
        put(certification, "firstIssued", HiringWords.isoDay(credential.awardedOn()));
        put(certification, "effectiveTimePeriod", period(credential));
        certification.put("status", status(credential.standing()));
        put(certification, "verifications", verifications(entry, json));
        return certification;
    }

    private static Map<String, Object> authority(ShownCredential.Issuer issuer) {
        return issuer.shownAs().isEmpty() ? Map.of() : Map.of("name", issuer.shownAs());
    }

    private static Map<String, Object> period(ShownCredential credential) {
        var period = new LinkedHashMap<String, Object>();
        put(period, "validFrom", credential.awardedOn());
        put(period, "validTo", credential.validUntil());
        return period;
    }

    private static String status(ShownCredential.Standing standing) {
        return switch (standing) {
            case VERIFIED -> "Active";
            case EXPIRED -> "Expired";
            case NOT_YET_VALID -> "NotYetValid";
            case REVOKED -> "Revoked";
            case SUSPENDED -> "Suspended";
            case INVALID -> "NotVerified";
            case UNDECIDED -> "NotDetermined";
        };
    }

    /// The signed credential itself, as it can be checked by whoever gets the record.
    private static List<Object> verifications(Export.Entry entry, JsonMapper json) {
        return entry.document()
                .<List<Object>>map(document -> List.of(json.readTree(document)))
                .orElse(List.of());
    }

    /// Only what a credential that verifies names: a résumé states what it says as true.
    private static List<Map<String, Object>> skills(Export export) {
        return export.entries().stream()
                .map(Export.Entry::credential)
                .filter(credential -> credential.standing().isVerified())
                .flatMap(credential -> credential.skills().stream())
                .map(skill -> skill.name().isEmpty() ? skill.uri() : skill.name())
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> Map.<String, Object>of("name", name))
                .toList();
    }

    /// What is empty is left out.
    private static void put(Map<String, Object> object, String name, Object value) {
        var isEmpty = switch (value) {
            case String text -> text.isEmpty();
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
        if (!isEmpty) {
            object.put(name, value);
        }
    }
}
