package org.cairn.server.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who may be asked for a review, and how each works. Table `review_body`. Thread-safe.
@Service
class ReviewBodies {
    static final Habits USUAL = new Habits(36, 60);

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Audit audit;

    ReviewBodies(JdbcClient jdbc, Organisations organisations, Audit audit) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.audit = audit;
    }

    /// @param validMonths how long an approval usually holds
    /// @param decideDays within how many days the body means to decide
    record Habits(int validMonths, int decideDays) {}

    /// The institution's own quality team, then the quality bodies of this platform by name.
    /// Bodies of the demonstration
    /// and real ones keep apart.
    List<Organisation> forInstitution(Organisation institution) {
        var bodies = organisations.all().stream()
                .filter(each -> each.kind() == Organisation.Kind.QUALITY_BODY && each.demo() == institution.demo())
                .sorted(Comparator.comparing(Organisation::legalName));
        var own = Stream.of(institution).filter(each -> each.kind() == Organisation.Kind.INSTITUTION);
        return Stream.concat(own, bodies).toList();
    }

    Habits habits(OrganisationId body) {
        return jdbc.sql("select valid_months, decide_days from review_body where organisation_id = :body")
                .param("body", body.value())
                .query((row, n) -> new Habits(row.getInt(1), row.getInt(2)))
                .optional()
                .orElse(USUAL);
    }

    @Transactional
    void set(Acting by, Habits habits) {
        if (habits.validMonths() < 1 || habits.validMonths() > 120) {
            throw new InputException(Fault.of("validMonths", "review.habits.months.form"));
        }
        if (habits.decideDays() < 1 || habits.decideDays() > 365) {
            throw new InputException(Fault.of("decideDays", "review.habits.days.form"));
        }
        jdbc.sql("""
                insert into review_body (organisation_id, valid_months, decide_days) values (:body, :months, :days)
                on conflict (organisation_id) do update set valid_months = :months, decide_days = :days
                """)
                .param("body", by.organisationId().value())
                .param("months", habits.validMonths())
                .param("days", habits.decideDays())
                .update();
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()),
                by.actor(),
                "quality.habits",
                "organisation:" + by.organisationId(),
                Map.of(
                        "months", Integer.toString(habits.validMonths()),
                        "days", Integer.toString(habits.decideDays()))));
    }
}
