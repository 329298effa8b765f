package org.cairn.server.hiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.server.identity.Acting;
import org.cairn.server.operate.Audit;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.verify.Checked;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Checks of applicants: made without a trace, kept when the employer says so, and gone when their time is over.
/// Thread-safe.
@Service
class Checks {
    static final Set<Integer> DAYS = Set.of(30, 90, 180);
    static final int LONGEST_REFERENCE = 120;
    private static final int MOST_LISTED = 200;

    private final CheckRepository rows;
    private final Roles roles;
    private final Taxonomies taxonomies;
    private final Audit audit;
    private final InstantSource time;

    Checks(CheckRepository rows, Roles roles, Taxonomies taxonomies, Audit audit, InstantSource time) {
        this.rows = rows;
        this.roles = roles;
        this.taxonomies = taxonomies;
        this.audit = audit;
        this.time = time;
    }

    /// What was handed in, held against the role as it is now. Nothing is stored.
    ApplicantCheck.Result result(RoleProfile role, List<Checked> reports) {
        var shown = Reading.of(reports);
        return new ApplicantCheck.Result(shown, Comparing.lines(role.skills(), shown, taxonomies.current()));
    }

    /// Whether a check could be kept under this, told before anything is verified.
    ///
    /// @throws InputException when not
    static void checkKeeping(String reference, int days) {
        var words = reference.strip();
        if (words.isEmpty() || words.length() > LONGEST_REFERENCE || !Text.isLine(words)) {
            throw new InputException(Fault.of("reference", "hiring.check.reference.form", LONGEST_REFERENCE));
        }
        if (!DAYS.contains(days)) {
            throw new InputException(Fault.of("days", "hiring.check.days.form"));
        }
    }

    /// Keeps what was found, not the documents.
    @Transactional
    public CheckId keep(Acting by, RoleId role, String reference, int days, ApplicantCheck.Result result) {
        checkKeeping(reference, days);
        var now = time.instant();
        var check = new ApplicantCheck(
                new CheckId(UUID.randomUUID()),
                roles.freeze(by, role),
                reference.strip(),
                result,
                by.actor(),
                now,
                now.plus(Duration.ofDays(days)));
        rows.insert(check);
        record(by, "check.kept", check.id());
        return check.id();
    }

    ApplicantCheck one(Acting by, CheckId id) {
        return rows.byId(by.organisationId(), id)
                .filter(check -> check.deleteAt().isAfter(time.instant()))
                .orElseThrow(() -> new NotFoundException("check"));
    }

    List<ApplicantCheck.Listed> of(Acting by) {
        return rows.of(by.organisationId(), MOST_LISTED);
    }

    @Transactional
    public void delete(Acting by, CheckId id) {
        if (!rows.delete(by.organisationId(), id)) {
            throw new NotFoundException("check");
        }
        record(by, "check.deleted", id);
    }

    /// That it was taken along is told, not what stands in it.
    @Transactional
    public void exported(Acting by, CheckId id) {
        record(by, "check.exported", id);
    }

    /// Forgets what has been kept long enough.
    @Transactional
    public void deleteDue() {
        var gone = rows.deleteDue(time.instant()).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        gone.forEach((organisation, count) -> audit.record(new Audit.Deed(
                Optional.of(organisation.value()),
                "system",
                "check.expired",
                "organisation:" + organisation,
                Map.of("count", count.toString()))));
    }

    private void record(Acting by, String action, CheckId id) {
        audit.record(
                new Audit.Deed(Optional.of(by.organisationId().value()), by.actor(), action, "check:" + id, Map.of()));
    }
}
