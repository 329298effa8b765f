package org.cairn.skills.taxonomy;

import java.io.IOException;
import java.util.List;

/// A taxonomy as its publisher gives it out: files to be read in order, rows numbered from 1, so that an import
/// which
/// was
/// stopped goes on behind the last row it kept. Reading a part twice gives the same rows. Not thread-safe while
/// reading.
public interface Distribution extends AutoCloseable {

    Scheme scheme();

    /// In reading order: what others refer to comes first.
    List<Part> parts();

    /// Reads a part from behind `after` (0: from its beginning) to its end.
    ///
    /// @throws TaxonomyException where the file cannot be read: columns missing, not text, past the limits
    /// @throws InterruptedException when the sink has had enough
    void read(Part part, long after, Sink sink) throws IOException, TaxonomyException, InterruptedException;

    @Override
    void close() throws IOException;

    /// @param name as in the distribution
    /// @param bytes uncompressed size, for showing progress
    record Part(String name, long bytes) {}

    /// A row that could not be used, with the reason in words. Others are read all the same.
    record Fault(String part, long row, String reason) {}

    /// Takes what is read. Throws `InterruptedException` to stop.
    interface Sink {
        void entry(long row, Entry entry) throws IOException, InterruptedException;

        void fault(Fault fault) throws IOException, InterruptedException;
    }
}
