package org.cairn.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./dev batch`: from files of job postings to figures that the server shows.
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = "Finds the skills that job postings ask for and counts them by region and month. Stopped, it goes"
                + " on where it was when it is started again with the same words.")
public final class PostingSkills implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "postings: .jsonl, .ndjson (also .gz), .parquet, .csv, .json; patterns as Spark knows them")
    private List<String> in = new ArrayList<>();

    @Option(names = "--taxonomy", required = true, description = "folder or zip file of ESCO's CSV files")
    private String taxonomy = "";

    @Option(names = "--out", required = true, description = "folder for stages and results; figures.csv is for Cairn")
    private String out = "";

    @Option(
            names = "--cache",
            description = "folder of each machine for what it learnt of the taxonomy (default: .cache/cairn/skills in"
                    + " one's own folder)")
    private String cache = java.nio.file.Path.of(System.getProperty("user.home"), ".cache", "cairn", "skills")
            .toString();

    @Option(names = "--source", defaultValue = "", description = "portal, where a row names none")
    private String source = "";

    @Option(names = "--language", defaultValue = "", description = "BCP 47 tag, where a row names none")
    private String language = "";

    @Option(names = "--country", defaultValue = "", description = "ISO 3166-1 code, where a row names none")
    private String country = "";

    @Option(
            names = "--buckets",
            defaultValue = "16",
            description = "in how many parts skills are found; each part done is kept (default: ${DEFAULT-VALUE})")
    private int buckets = 16;

    @Option(
            names = "--master",
            defaultValue = "local[*]",
            description = "Spark's master (default: this machine); empty where spark-submit says it")
    private String master = "";

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        try (SparkSession spark = Sessions.open(master)) {
            Job job = new Job(in, taxonomy, out, source, language, country, buckets);
            String kept = cache;
            Run.Outcome outcome = new Run(spark, job, place -> TaxonomyFinder.open(place, kept)).run();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d postings read, %d rows were none (see %s/bad), %d kept, %d of %d parts worked on, %.0f seconds.%n"
                            + "The figures lie in %s/figures.csv.%n",
                    outcome.read(),
                    outcome.bad(),
                    out,
                    outcome.kept(),
                    outcome.bucketsDone(),
                    buckets,
                    seconds,
                    out);
            return 0;
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PostingSkills()).execute(arguments));
    }
}
