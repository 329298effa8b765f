package org.cairn.server.review;

import java.net.URI;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the institution brings to a review: dated documents, and statements about facts that its
/// spec has no field for. Thread-safe.
@Service
class Papers {
    private static final int MOST = 50;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_LINK = 2000;

    private final PaperRepository rows;
    private final Dossiers dossiers;
    private final Trail trail;
    private final InstantSource time;

    Papers(PaperRepository rows, Dossiers dossiers, Trail trail, InstantSource time) {
        this.rows = rows;
        this.dossiers = dossiers;
        this.trail = trail;
        this.time = time;
    }

    /// Attaches a document to a rule that asks for one.
    ///
    /// @param file empty where there is only a link
    /// @throws InputException with everything that is wrong
    @Transactional
    void attach(Acting by, ReviewId id, Evidence.Wish wish, byte[] file) {
        var dossier = open(by, id);
        demandRoom(dossier.evidence().size());
        var evidence = checked(dossier, wish, file);
        rows.add(dossier.review(), evidence, file, by.actor());
        trail.write(dossier.review(), by.actor(), "evidence", evidence.rule() + ": " + evidence.title());
    }

    private Evidence checked(Dossier dossier, Evidence.Wish wish, byte[] file) {
        var faults = new ArrayList<Fault>();
        var asked = dossier.rule(wish.rule()).flatMap(Asks::document);
        if (asked.isEmpty()) {
            faults.add(Fault.of("rule", "review.evidence.rule.form"));
        }
        asked.filter(each -> !each.from().isEmpty() && !each.from().contains(wish.kind()))
                .ifPresent(each -> faults.add(Fault.of("kind", "review.evidence.kind.form")));
        checkLine("party", wish.party(), faults);
        checkLine("title", wish.title(), faults);
        var day = day(wish.dated()).filter(each -> !each.isAfter(dossiers.today()));
        if (day.isEmpty()) {
            faults.add(Fault.of("dated", "review.evidence.dated.form"));
        }
        if (!isLink(wish.link())) {
            faults.add(Fault.of("link", "review.evidence.link.form"));
        }
        var type = type(wish, file, faults);
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
        var kind = asked.orElseThrow().from().isEmpty() ? "" : wish.kind();
        return new Evidence(
                UUID.randomUUID(),
                wish.rule(),
                kind,
                wish.party().strip(),
                wish.title().strip(),
                day.orElseThrow(),
                wish.link().strip(),
                type,
                file.length == 0 ? "" : Snapshot.sha256(file),
                time.instant());
    }

    private static String type(Evidence.Wish wish, byte[] file, List<Fault> faults) {
        if (file.length == 0) {
            if (wish.link().isBlank()) {
                faults.add(Fault.of("file", "review.evidence.nothing"));
            }
            return "";
        }
        if (file.length > EvidenceFile.LARGEST) {
            faults.add(Fault.of("file", "review.evidence.file.large", EvidenceFile.LARGEST / 1024 / 1024));
            return "";
        }
        var type = EvidenceFile.type(file);
        if (type.isEmpty()) {
            faults.add(Fault.of("file", "review.evidence.file.form"));
        }
        return type.orElse("");
    }

    private static void checkLine(String field, String text, List<Fault> faults) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST_LINE || !Text.isLine(said)) {
            faults.add(Fault.of(field, "review.line.form", LONGEST_LINE));
        }
    }

    /// Blank, or an https address.
    private static boolean isLink(String text) {
        if (text.isBlank()) {
            return true;
        }
        try {
            var address = URI.create(text.strip());
            return text.length() <= LONGEST_LINK && "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// States a fact that the packs ask for and the spec has no field for. A later word replaces
    /// it.
    @Transactional
    void state(Acting by, ReviewId id, String path, String value) {
        var dossier = open(by, id);
        if (!Statable.isPath(path)) {
            throw new InputException(Fault.of("path", "review.statement.path.form"));
        }
        var said = Reasons.of("value", value, 1, Reasons.LONGEST);
        if (Statable.read(path, said).isEmpty()) {
            throw new InputException(Fault.of("value", "review.statement.form." + Statable.type(path)));
        }
        demandRoom(dossier.statements().size());
        rows.add(dossier.review(), new Statement(path, said, time.instant()), by.actor());
        trail.write(dossier.review(), by.actor(), "stated", path + ": " + said);
    }

    /// A file for either side of its review.
    PaperRepository.Attached file(Acting by, UUID evidence) {
        return rows.file(by.organisationId(), evidence).orElseThrow(() -> new NotFoundException("evidence"));
    }

    /// While it is open, and afterwards where a condition is still to be met.
    private Dossier open(Acting by, ReviewId id) {
        var dossier = dossiers.locked(by, id);
        if (!dossier.review().isOfInstitution(by)) {
            throw new NotFoundException("review");
        }
        if (!mayBring(dossier)) {
            throw new ConflictException("review.conflict.decided");
        }
        return dossier;
    }

    static boolean mayBring(Dossier dossier) {
        var state = dossier.review().state();
        return state.isOpen() || state == ReviewState.APPROVED_WITH_CONDITIONS;
    }

    private static void demandRoom(int there) {
        if (there >= MOST) {
            throw new ConflictException("review.conflict.tooMany", MOST);
        }
    }
}
