package org.cairn.server.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.server.hiring.HiringWords;
import org.cairn.server.hiring.Line;
import org.cairn.server.hiring.RoleSkill;
import org.cairn.server.hiring.RoleVersion;
import org.cairn.server.hiring.Roles;
import org.cairn.server.hiring.ShownCredential;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.web.SafeCsv;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Draws up what came of a run, and puts it into a table. Thread-safe.
@Component
class BulkReports {
    private static final List<String> HEADINGS = List.of(
            "number",
            "file",
            "state",
            "refusal",
            "sameAs",
            "credential",
            "standing",
            "verdict",
            "issuer",
            "issuerConfirmed",
            "recipient",
            "awardedOn",
            "validUntil",
            "id",
            "skills",
            "troubles");
    private static final String BETWEEN = " | ";

    private final BulkRuns runs;
    private final Roles roles;
    private final Taxonomies taxonomies;
    private final HiringWords words;

    BulkReports(BulkRuns runs, Roles roles, Taxonomies taxonomies, HiringWords words) {
        this.runs = runs;
        this.roles = roles;
        this.taxonomies = taxonomies;
        this.words = words;
    }

    BulkReport of(BulkRun run) {
        return BulkReport.of(runs.items(run), wanted(run), taxonomies.current());
    }

    List<RoleSkill> wanted(BulkRun run) {
        return run.role()
                .map(role -> roles.version(run.organisation(), role))
                .map(RoleVersion::skills)
                .orElse(List.of());
    }

    /// Why there was nothing to verify in it.
    String refusal(String code, Locale locale) {
        return code.equals(Unpacking.PACKED)
                ? words.text("bulk.refusal.PACKED", locale)
                : words.textOr("verify.refusal." + code, code, locale);
    }

    /// One row for each credential; a document in which there was none has a row as well.
    ResponseEntity<byte[]> csv(BulkRun run) {
        var wanted = wanted(run);
        var headings = Stream.concat(HEADINGS.stream(), wanted.stream().map(skill -> "skill: " + skill.label()))
                .toList();
        var rows = of(run).entries().stream()
                .flatMap(entry -> rows(entry, wanted.size()))
                .toList();
        return SafeCsv.file("verification.csv", headings, rows);
    }

    private static Stream<List<String>> rows(BulkReport.Entry entry, int skills) {
        return entry.credentials().isEmpty()
                ? Stream.of(row(entry, List.of(), skills))
                : entry.credentials().stream().map(one -> row(entry, cells(one), skills));
    }

    private static List<String> row(BulkReport.Entry entry, List<String> credential, int skills) {
        var row = new ArrayList<>(List.of(
                Integer.toString(entry.position()),
                entry.name(),
                entry.state().name(),
                entry.refusal().orElse(""),
                entry.sameAs().map(Object::toString).orElse("")));
        row.addAll(credential);
        while (row.size() < HEADINGS.size()) {
            row.add("");
        }
        row.addAll(entry.lines().stream().map(Line::result).map(Enum::name).toList());
        while (row.size() < HEADINGS.size() + skills) {
            row.add("");
        }
        return row;
    }

    private static List<String> cells(ShownCredential one) {
        return List.of(
                one.title(),
                one.standing().name(),
                one.verdict().name(),
                one.issuer().shownAs(),
                Boolean.toString(one.issuer().knownAs().isPresent()),
                String.join(BETWEEN, one.recipients()),
                HiringWords.isoDay(one.awardedOn()),
                HiringWords.isoDay(one.validUntil()),
                one.id(),
                String.join(
                        BETWEEN,
                        one.skills().stream()
                                .map(skill -> skill.name().isEmpty() ? skill.uri() : skill.name())
                                .toList()),
                String.join(
                        BETWEEN,
                        one.troubles().stream().map(each -> each.code().name()).toList()));
    }
}
