package org.cairn.server.award;

import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What a list of awards is narrowed to.
///
/// @param words part of a name, address or number; empty for all
/// @param page counted from 1
record AwardSearch(String words, Optional<UUID> spec, Optional<AwardStatus> status, Claim claim, int page) {
    /// Registrars look for what nobody claimed.
    enum Claim {
        ANY,
        YES,
        NO
    }

    static final String WHERE = """
            where a.organisation_id = :organisation
              and (:words = '' or r.name_key like :pattern or r.email like :pattern
                or lower(r.learner_number) like :pattern)
              and (cast(:spec as uuid) is null or a.spec_version_id = :spec)
              and (cast(:status as text) is null or a.status = :status)
              and (:claim = 'ANY' or (:claim = 'YES') = (r.holder_id is not null))
            """;

    AwardSearch {
        page = Math.clamp(page, 1, 100_000);
    }

    StatementSpec bind(StatementSpec sql, OrganisationId organisation) {
        var wanted = NameKey.of(words.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ")).value();
        return sql.param("organisation", organisation.value())
                .param("words", wanted)
                .param(
                        "pattern",
                        '%' + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%')
                .param("spec", spec.orElse(null))
                .param("status", status.map(Enum::name).orElse(null))
                .param("claim", claim.name());
    }
}
