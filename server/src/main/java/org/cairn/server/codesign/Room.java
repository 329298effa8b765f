package org.cairn.server.codesign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.identity.OrganisationId;

/// A co-design room of one institution and one employer.
///
/// @param revision goes up with each change of what is written once: need and pilot
/// @param spec the microcredential that comes of it; its draft is the institution's
record Room(
        RoomId id,
        OrganisationId institution,
        OrganisationId employer,
        Side startedBy,
        String title,
        Need need,
        Stage stage,
        long revision,
        Optional<SpecId> spec,
        Optional<Pilot> pilot,
        Optional<LocalDate> reviewOn,
        Instant createdAt,
        Optional<Instant> closedAt) {

    /// @param task the job, or the task at work, that it is about
    /// @param lacking what people cannot do today
    /// @param vacancies how many places stand open for want of it
    record Need(String task, String lacking, Optional<Integer> vacancies) {}

    record Pilot(LocalDate from, LocalDate to, int learners, String findings) {}

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    /// @throws IllegalArgumentException for an organisation that has no seat here; access is checked before
    Side sideOf(OrganisationId organisation) {
        if (organisation.equals(employer)) {
            return Side.EMPLOYER;
        }
        if (organisation.equals(institution)) {
            return Side.INSTITUTION;
        }
        throw new IllegalArgumentException("No side in this room");
    }

    OrganisationId of(Side side) {
        return switch (side) {
            case EMPLOYER -> employer;
            case INSTITUTION -> institution;
        };
    }
}
