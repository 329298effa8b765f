package org.cairn.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.quality.Mistake.Code;
import org.cairn.quality.Rule.Confidence;
import org.cairn.quality.Rule.Kind;
import org.cairn.quality.Rule.Status;

/// Reads one rule of a pack.
final class RuleReader {
    private static final String[] KEYS = {
        "id",
        "level",
        "scope",
        "kind",
        "path",
        "ifApplicable",
        "appliesWhen",
        "check",
        "tolerated",
        "message",
        "accepted",
        "fixHint",
        "cites",
        "confidence",
        "status"
    };

    private final Map<String, String> sources;
    private final ConditionReader conditions;

    /// @param sources what a rule can cite, by the pack's own short names
    RuleReader(Map<String, String> sources, ConditionReader conditions) {
        this.sources = sources;
        this.conditions = conditions;
    }

    Optional<Rule> read(Part part) {
        var fields = part.fields(KEYS);
        var frame = frame(fields);
        var check = conditions.read(fields.need("check"));
        var appliesWhen = fields.may("appliesWhen").flatMap(conditions::read);
        var tolerated = fields.may("tolerated").flatMap(conditions::read);
        var message = Words.prose(fields.need("message"));
        var accepted = fields.may("accepted").map(Words::prose).orElse(Map.of());
        var fixHint = Words.prose(fields.need("fixHint"));
        var origin = origin(fields);
        var isIfApplicable = fields.may("ifApplicable").map(Words::flag).orElse(false);
        if (frame.isEmpty() || check.isEmpty() || origin.isEmpty()) {
            return Optional.empty();
        }
        agree(fields.need("kind"), frame.get().kind(), check.get());
        return Optional.of(new Rule(
                frame.get().id(),
                frame.get().level(),
                frame.get().scope(),
                frame.get().kind(),
                frame.get().place(),
                isIfApplicable,
                appliesWhen,
                check.get(),
                tolerated,
                message,
                accepted,
                fixHint,
                origin.get().cites(),
                origin.get().confidence(),
                origin.get().status()));
    }

    /// What sort of rule it is, and about what.
    private record Frame(String id, Rule.Level level, Rule.Scope scope, Kind kind, Place place) {}

    private Optional<Frame> frame(Part.Fields fields) {
        var id = Words.name(fields.need("id"));
        var level = Words.word(fields.need("level"), Rule.Level.class);
        var scope = Words.word(fields.need("scope"), Rule.Scope.class);
        var kind = Words.word(fields.need("kind"), Kind.class);
        var place = conditions.place(fields.need("path"), FactType.EVERY);
        return id.isPresent() && level.isPresent() && scope.isPresent() && kind.isPresent() && place.isPresent()
                ? Optional.of(new Frame(id.get(), level.get(), scope.get(), kind.get(), place.get()))
                : Optional.empty();
    }

    /// Where it comes from, and how sure that is.
    private record Origin(Rule.Cites cites, Confidence confidence, Status status) {}

    private Optional<Origin> origin(Part.Fields fields) {
        var cites = cites(fields.need("cites"));
        var confidence = Words.word(fields.need("confidence"), Confidence.class);
        var status = status(fields, confidence);
        return cites.isPresent() && confidence.isPresent()
                ? Optional.of(new Origin(cites.get(), confidence.get(), status))
                : Optional.empty();
    }

    /// A rule whose wording was not read in the primary text is a draft; a settled one may be called one, too.
    private static Status status(Part.Fields fields, Optional<Confidence> confidence) {
        var isRead = confidence.equals(Optional.of(Confidence.V));
        var said = fields.may("status").flatMap(part -> Words.word(part, Status.class));
        if (said.equals(Optional.of(Status.SETTLED)) && confidence.isPresent() && !isRead) {
            fields.need("status").tell(Code.NOT_SETTLED, confidence.get().name());
        }
        return said.orElse(isRead ? Status.SETTLED : Status.DRAFT);
    }

    private Optional<Rule.Cites> cites(Part part) {
        if (part.isMissing()) {
            return Optional.empty();
        }
        var fields = part.fields("source", "clause");
        var name = fields.need("source");
        var clause = Words.text(fields.need("clause"), 500);
        var source = name.scalar().flatMap(each -> Optional.ofNullable(sources.get(each)));
        if (name.scalar().isPresent() && source.isEmpty()) {
            name.unknown(
                    Code.UNKNOWN_SOURCE,
                    name.scalar().orElse(""),
                    sources.keySet().stream().toList());
        }
        return source.isPresent() && clause.isPresent()
                ? Optional.of(new Rule.Cites(source.get(), clause.get()))
                : Optional.empty();
    }

    /// What is left to people has to be called so, and nothing else may be.
    private static void agree(Part part, Kind kind, Condition check) {
        var asks = kinds(check);
        if (asks.isEmpty() && (kind == Kind.ATTESTATION || kind == Kind.DATED_EVIDENCE)) {
            part.tell(Code.KIND_DISAGREES, kind.name(), kind == Kind.ATTESTATION ? "attested" : "evidence");
        }
        if (kind == Kind.ATTESTATION && !asks.isEmpty() && !asks.contains(Kind.ATTESTATION)) {
            part.tell(Code.KIND_DISAGREES, kind.name(), "attested");
        }
    }

    private static List<Kind> kinds(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> kinds(of);
            case Condition.Any(var of) -> kinds(of);
            case Condition.Not(var of) -> kinds(of);
            case Condition.Each each -> kinds(each.that());
            case Condition.Some some -> kinds(some.that());
            case Condition.Attested _ -> List.of(Kind.ATTESTATION);
            case Condition.Evidence _ -> List.of(Kind.DATED_EVIDENCE);
            case Condition.Present _,
                    Condition.Count _,
                    Condition.OneOf _,
                    Condition.Range _,
                    Condition.Times _,
                    Condition.Same _,
                    Condition.Matches _,
                    Condition.Contains _,
                    Condition.Covered _,
                    Condition.Day _,
                    Condition.Resolves _ -> List.of();
        };
    }

    private static List<Kind> kinds(List<Condition> conditions) {
        var kinds = new ArrayList<Kind>();
        conditions.forEach(condition -> kinds.addAll(kinds(condition)));
        return kinds;
    }
}
