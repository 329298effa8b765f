package org.cairn.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.cairn.skills.demand.Duplicates;
import org.cairn.skills.demand.FigureFile;
import org.cairn.skills.demand.FigureFile.FigureException;
import org.cairn.skills.demand.Posting;
import org.cairn.skills.demand.SamplePostings;
import org.cairn.skills.demand.SamplePostings.Sample;
import org.cairn.skills.demand.Tally;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final long SEED = 17;
    private static final SparkSession SPARK = Sessions.open("local[2]");

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void stop() {
        SPARK.stop();
    }

    @Test
    void counts_the_same_as_the_library_in_one_process() throws IOException, FigureException {
        List<Sample> samples = SamplePostings.invented(SEED).stream(600).toList();
        Path lines = jsonLines(samples.subList(0, 400), "{\"title\":\"broken\n{\"title\":\"no date\"}\n");
        Path table = table(samples.subList(400, 600));
        Job job = job(List.of(lines.toString(), table.toString()), "out");

        Run.Outcome outcome = new Run(SPARK, job, Labels::open).run();

        Tally expected = inOneProcess(samples);
        Tally counted = figures("out");
        assertThat(counted.cells()).isEqualTo(expected.cells()).hasSizeGreaterThan(500);
        assertThat(counted.totals()).isEqualTo(expected.totals());
        assertThat(outcome.read()).isEqualTo(600);
        assertThat(outcome.bad()).isEqualTo(2);
        assertThat(outcome.kept()).isBetween(520L, 570L);
        assertThat(outcome.bucketsDone()).isEqualTo(3);
    }

    @Test
    void goes_on_where_it_was_killed() throws IOException, FigureException {
        List<Sample> samples = SamplePostings.invented(SEED).stream(200).toList();
        Job job = job(List.of(jsonLines(samples, "").toString()), "again");
        new Run(SPARK, job, Labels::open).run();
        // As after a kill in the middle of a bucket: something is written, but not all.
        Files.delete(folder.resolve("again/skills/part-1/_SUCCESS"));
        try (Stream<Path> parts = Files.list(folder.resolve("again/skills/part-1"))) {
            Files.delete(parts.filter(each -> each.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }
        remove(folder.resolve("again/figures"));
        Files.delete(folder.resolve("again/figures.csv"));

        Run.Outcome outcome = new Run(SPARK, job, Labels::open).run();

        assertThat(outcome.bucketsDone()).isEqualTo(1);
        assertThat(figures("again").cells()).isEqualTo(inOneProcess(samples).cells());
    }

    @Test
    void does_not_mix_two_jobs_in_one_folder() throws IOException {
        List<Sample> samples = SamplePostings.invented(SEED).stream(20).toList();
        String lines = jsonLines(samples, "").toString();
        new Run(SPARK, job(List.of(lines), "mine"), Labels::open).run();

        Run other = new Run(SPARK, job(List.of(lines, lines), "mine"), Labels::open);

        assertThatThrownBy(other::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("another job");
    }

    @Test
    void reads_parquet_by_the_names_of_its_columns() throws IOException {
        Path lines = jsonLines(SamplePostings.invented(SEED).stream(50).toList(), "");
        String parquet = folder.resolve("jobs.parquet").toString();
        SPARK.read().json(lines.toString()).write().parquet(parquet);

        Run.Outcome outcome = new Run(SPARK, job(List.of(parquet), "fromparquet"), Labels::open).run();

        assertThat(outcome.read()).isEqualTo(50);
        assertThat(outcome.bad()).isZero();
    }

    private Job job(List<String> in, String out) {
        return new Job(in, Long.toString(SEED), folder.resolve(out).toString(), "", "", "", 3);
    }

    private static Tally inOneProcess(List<Sample> samples) {
        Tally tally = new Tally();
        Duplicates seen = new Duplicates();
        SkillFinder finder = Labels.open(Long.toString(SEED));
        samples.stream()
                .map(Sample::posting)
                .sorted(Posting.ORDER)
                .filter(posting -> seen.add(posting) == Duplicates.Verdict.FRESH)
                .forEach(posting ->
                        tally.add(posting.region(), posting.month(), finder.find(posting.words(), posting.language())));
        return tally;
    }

    private Tally figures(String out) throws IOException, FigureException {
        try (InputStream in = Files.newInputStream(folder.resolve(out).resolve("figures.csv"))) {
            return FigureFile.read(in);
        }
    }

    /// In another order than they were made, as files are.
    private Path jsonLines(List<Sample> samples, String more) throws IOException {
        List<String> lines = new ArrayList<>(samples.stream()
                .map(sample -> SamplePostings.json(sample.posting()))
                .toList());
        Collections.shuffle(lines, new Random(1));
        Path file = Files.createTempFile(folder, "jobs", ".jsonl");
        return Files.writeString(file, String.join("\n", lines) + "\n" + more);
    }

    private Path table(List<Sample> samples) throws IOException {
        StringBuilder table = new StringBuilder("id;source;title;text;company;country;region;language;date\n");
        samples.stream()
                .map(Sample::posting)
                .forEach(posting -> table.append(String.join(
                                ";",
                                posting.reference(),
                                posting.source(),
                                posting.title(),
                                '"' + posting.text() + '"',
                                posting.employer(),
                                posting.region().country(),
                                posting.region().subdivision(),
                                posting.language(),
                                posting.posted().toString()))
                        .append('\n'));
        return Files.writeString(Files.createTempFile(folder, "jobs", ".csv"), table);
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
