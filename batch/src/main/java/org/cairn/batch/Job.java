package org.cairn.batch;

import java.io.Serializable;
import java.util.List;
import org.cairn.skills.demand.PostingReader;

/// What is to be done.
///
/// @param in files or folders, as Spark names them
/// @param out folder for stages and results; made if it is not there
/// @param buckets in how many parts skills are found; each part done is kept
public record Job(
        List<String> in, String taxonomy, String out, String source, String language, String country, int buckets)
        implements Serializable {
    public Job {
        in = List.copyOf(in);
        if (in.isEmpty()) {
            throw new IllegalArgumentException("no file of postings was named");
        }
        if (buckets < 1 || buckets > 10_000) {
            throw new IllegalArgumentException("buckets: from 1 to 10,000");
        }
    }

    PostingReader.Defaults defaults() {
        return new PostingReader.Defaults(source, language, country);
    }

    /// By what a folder of results is recognised as belonging to this job.
    String fingerprint() {
        return String.join("\n", in) + "\n" + taxonomy + "\n" + source + "\n" + language + "\n" + country + "\n"
                + buckets;
    }
}
