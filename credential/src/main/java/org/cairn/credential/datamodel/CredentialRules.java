package org.cairn.credential.datamodel;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cairn.credential.datamodel.Nodes.Placed;
import org.cairn.credential.datamodel.Problem.Code;
import org.cairn.credential.json.DateTimeStamp;
import org.cairn.credential.json.Json;

/// A credential, member by member. Which sections say so, [Code] knows.
final class CredentialRules {

    static final String TYPE = "VerifiableCredential";

    /// Objects that have a type and may have an id; the last two are reserved by section 5.10.
    private static final List<String> TYPED =
            List.of("evidence", "termsOfUse", "refreshService", "renderMethod", "confidenceMethod");

    private CredentialRules() {}

    static void check(JsonObject credential, String pointer, Set<String> bases, Problems problems) {
        Contexting.check(credential, pointer, bases, problems);
        Nodes.optionalId(credential, pointer, problems);
        Nodes.typed(credential, pointer, problems, Nodes.inlineTypes(credential));
        problems.demand(Nodes.hasType(credential, TYPE), Code.TYPE_REQUIRED, Problems.at(pointer, "type"));
        issuer(credential, pointer, problems);
        subjects(credential, pointer, problems);
        if (isOld(credential)) {
            oldPeriod(credential, pointer, problems);
        } else {
            Texts.check(credential, pointer, problems);
            period(credential, pointer, List.of("validFrom", "validUntil"), DateTimeStamp::parse, problems);
        }
        status(credential, pointer, problems);
        for (Placed schema : Nodes.objects(credential, "credentialSchema", pointer, problems)) {
            Nodes.requiredId(schema.object(), schema.pointer(), problems);
            Nodes.typed(schema.object(), schema.pointer(), problems);
        }
        TYPED.forEach(member -> typed(credential, member, pointer, problems));
        ResourceRules.check(credential, pointer, problems);
        proofs(credential, pointer, problems);
    }

    /// Objects that need a type and may have an id.
    static void typed(JsonObject owner, String member, String pointer, Problems problems) {
        for (Placed placed : Nodes.objects(owner, member, pointer, problems)) {
            Nodes.typed(placed.object(), placed.pointer(), problems);
            Nodes.optionalId(placed.object(), placed.pointer(), problems);
        }
    }

    static void proofs(JsonObject owner, String pointer, Problems problems) {
        JsonValue value = owner.get("proof");
        if (value == null) {
            return;
        }
        for (Placed proof : Nodes.objects(value, Problems.at(pointer, "proof"), Code.PROOF_FORM, problems)) {
            Nodes.typed(proof.object(), proof.pointer(), problems);
            Nodes.optionalId(proof.object(), proof.pointer(), problems);
        }
    }

    private static boolean isOld(JsonObject credential) {
        return credential.get("@context") instanceof JsonArray contexts
                && !contexts.isEmpty()
                && contexts.getFirst() instanceof JsonString address
                && address.getString().equals(DataModel.BASE_CONTEXT_1);
    }

    private static void issuer(JsonObject credential, String pointer, Problems problems) {
        JsonValue issuer = credential.get("issuer");
        String place = Problems.at(pointer, "issuer");
        switch (issuer) {
            case null -> problems.add(Code.ISSUER_MISSING, pointer);
            case JsonObject object -> {
                problems.demand(Urls.isUrl(object.get("id")), Code.ISSUER_FORM, Problems.at(place, "id"));
                Texts.check(object, place, problems);
            }
            default -> problems.demand(Urls.isUrl(issuer), Code.ISSUER_FORM, place);
        }
    }

    private static void subjects(JsonObject credential, String pointer, Problems problems) {
        JsonValue value = credential.get("credentialSubject");
        if (value == null) {
            problems.add(Code.SUBJECT_MISSING, pointer);
            return;
        }
        String place = Problems.at(pointer, "credentialSubject");
        for (Placed subject : Nodes.objects(value, place, Code.SUBJECT_FORM, problems)) {
            problems.demand(!subject.object().isEmpty(), Code.SUBJECT_EMPTY, subject.pointer());
            Nodes.optionalId(subject.object(), subject.pointer(), problems);
        }
    }

    private static void status(JsonObject credential, String pointer, Problems problems) {
        for (Placed entry : Nodes.objects(credential, "credentialStatus", pointer, problems)) {
            Nodes.typed(entry.object(), entry.pointer(), problems);
            Nodes.optionalId(entry.object(), entry.pointer(), problems);
            if (Nodes.hasType(entry.object(), StatusRules.ENTRY)) {
                StatusRules.check(entry.object(), entry.pointer(), problems);
            }
        }
        StatusRules.checkStray(credential, pointer, problems);
    }

    /// Version 1.1 demands an issuance date.
    private static void oldPeriod(JsonObject credential, String pointer, Problems problems) {
        problems.demand(credential.containsKey("issuanceDate"), Code.DATE_MISSING, pointer);
        period(credential, pointer, List.of("issuanceDate", "expirationDate"), DateTimeStamp::parseDateTime, problems);
    }

    private static void period(
            JsonObject credential,
            String pointer,
            List<String> members,
            Function<String, Optional<DateTimeStamp>> parser,
            Problems problems) {
        List<Optional<DateTimeStamp>> dates = members.stream()
                .map(member -> date(credential, member, pointer, parser, problems))
                .toList();
        boolean reversed = dates.getFirst()
                .flatMap(from -> dates.getLast().map(until -> until.compareTo(from) < 0))
                .orElse(false);
        problems.demand(!reversed, Code.PERIOD_REVERSED, Problems.at(pointer, members.getLast()));
    }

    private static Optional<DateTimeStamp> date(
            JsonObject credential,
            String member,
            String pointer,
            Function<String, Optional<DateTimeStamp>> parser,
            Problems problems) {
        Optional<DateTimeStamp> date = Json.string(credential, member).flatMap(parser);
        problems.demand(
                date.isPresent() || !credential.containsKey(member), Code.DATE_FORM, Problems.at(pointer, member));
        return date;
    }
}
