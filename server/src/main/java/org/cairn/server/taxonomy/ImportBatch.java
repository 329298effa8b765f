package org.cairn.server.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.cairn.skills.taxonomy.Distribution;
import org.cairn.skills.taxonomy.Distribution.Fault;
import org.cairn.skills.taxonomy.Entry;
import org.springframework.transaction.support.TransactionTemplate;

/// Gathers what is read of one part and writes it, together with how far it has come, two thousand rows at a
/// time. Used by one thread.
final class ImportBatch implements Distribution.Sink {
    private static final int SIZE = 2_000;

    private final TaxonomyId id;
    private final int part;
    private final String name;
    private final Entries rows;
    private final Progresses progresses;
    private final TransactionTemplate transaction;
    private final BooleanSupplier stop;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private long last;

    ImportBatch(
            TaxonomyId id,
            int part,
            String name,
            long after,
            Entries rows,
            Progresses progresses,
            TransactionTemplate transaction,
            BooleanSupplier stop) {
        this.id = id;
        this.part = part;
        this.name = name;
        this.last = after;
        this.rows = rows;
        this.progresses = progresses;
        this.transaction = transaction;
        this.stop = stop;
    }

    @Override
    public void entry(long row, Entry entry) throws InterruptedException {
        writeWhenFull(row);
        var unfit = Entries.unfit(entry);
        if (unfit.isEmpty()) {
            entries.add(entry);
        } else {
            faults.add(new Fault(name, row, unfit));
        }
        last = row;
    }

    @Override
    public void fault(Fault fault) throws InterruptedException {
        writeWhenFull(fault.row());
        faults.add(fault);
        last = fault.row();
    }

    /// A row may give several entries; it is written whole or not at all.
    private void writeWhenFull(long row) throws InterruptedException {
        if (row != last && entries.size() + faults.size() >= SIZE) {
            write(part, last, 0);
            if (stop.getAsBoolean()) {
                throw new InterruptedException("told to stop");
            }
        }
    }

    /// Writes the rest and goes over to the next part.
    ///
    /// @param bytes how large this one was
    void endOfPart(long bytes) throws InterruptedException {
        write(part + 1, 0, bytes);
    }

    private void write(int nextPart, long row, long bytes) throws InterruptedException {
        var goesOn = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!progresses.advance(id, nextPart, row, entries.size(), bytes)) {
                return false;
            }
            rows.write(id, entries);
            progresses.faults(id, faults);
            return true;
        }));
        if (!goesOn) {
            throw new InterruptedException("cancelled");
        }
        entries.clear();
        faults.clear();
    }
}
