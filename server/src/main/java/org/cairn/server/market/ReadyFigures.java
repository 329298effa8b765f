package org.cairn.server.market;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.skills.demand.FigureFile;
import org.cairn.skills.demand.FigureFile.FigureException;
import org.cairn.skills.demand.Tally;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Tables of figures that were counted elsewhere, as by the batch on Spark. They stand beside the figures counted here
/// under the name of who sent them, and are never mixed with those.
@Service
class ReadyFigures {
    private static final int LONGEST_NAME = 120;

    private final SeriesRepository series;
    private final SkillIds ids;
    private final Audit audit;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    ReadyFigures(
            SeriesRepository series, SkillIds ids, Audit audit, InstantSource time, TransactionTemplate transaction) {
        this.series = series;
        this.ids = ids;
        this.audit = audit;
        this.time = time;
        this.transaction = transaction;
    }

    /// @throws InputException when the file is no such table or contradicts itself, or has no name
    SeriesId receive(Acting by, String name, boolean shared, InputStream file) throws IOException {
        var tidy = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST_NAME) {
            throw new InputException(Fault.of("name", "market.ready.name.form", LONGEST_NAME));
        }
        var tally = read(file);
        var fresh = new Series(
                new SeriesId(UUID.randomUUID()),
                Series.Kind.READY,
                Optional.of(by.organisationId()),
                tidy,
                shared,
                time.instant());
        transaction.executeWithoutResult(_ -> {
            series.insert(fresh, by.actor());
            series.insert(
                    fresh.id(),
                    tally,
                    ids.of(tally.cells().stream()
                            .map(Tally.Cell::skill)
                            .distinct()
                            .toList()));
            record(by, "market.figures.imported", fresh.id(), tidy);
        });
        return fresh.id();
    }

    private static Tally read(InputStream file) throws IOException {
        try {
            var tally = FigureFile.read(file);
            if (tally.totals().isEmpty()) {
                throw new InputException(Fault.of("file", "market.ready.fault.COLUMNS", 0));
            }
            return tally;
        } catch (FigureException e) {
            throw new InputException(Fault.of("file", "market.ready.fault." + e.fault(), e.line()));
        }
    }

    Series get(Acting by, SeriesId id) {
        return series.byId(id)
                .filter(found -> found.kind() == Series.Kind.READY
                        && found.organisation().equals(Optional.of(by.organisationId())))
                .orElseThrow(() -> new NotFoundException("figures"));
    }

    @Transactional
    public void delete(Acting by, SeriesId id) {
        var found = get(by, id);
        series.deleteReady(by.organisationId(), id);
        record(by, "market.figures.deleted", id, found.name());
    }

    private void record(Acting by, String action, SeriesId id, String name) {
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()),
                by.actor(),
                action,
                "market-series:" + id,
                Map.of("name", name)));
    }
}
