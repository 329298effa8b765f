package org.cairn.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cairn.skills.demand.FigureFile;
import org.cairn.skills.demand.Region;
import org.cairn.skills.demand.Tally;
import org.cairn.skills.taxonomy.ConceptUri;

/// Reads, keeps one of several alike, finds skills, counts. What a stage wrote completely is not done again: Spark
/// marks
/// it by `_SUCCESS`, and whatever lies there without that mark is written over. Skills, the long stage, are found in
/// buckets, each a stage of its own.
public final class Run {
    private static final StructType SKILLS = new StructType()
            .add("source", StringType)
            .add("reference", StringType)
            .add("country", StringType)
            .add("subdivision", StringType)
            .add("month", StringType)
            .add("skills", DataTypes.createArrayType(StringType));

    private final SparkSession spark;
    private final Job job;
    private final SkillFinder.Source finder;

    public Run(SparkSession spark, Job job, SkillFinder.Source finder) {
        this.spark = spark;
        this.job = job;
        this.finder = finder;
    }

    /// What came of it.
    ///
    /// @param read good rows
    /// @param bad rows that are no postings; they stand in `bad`
    /// @param kept postings that are no duplicates
    /// @param bucketsDone how many buckets were worked on in this run; the others were done before
    public record Outcome(long read, long bad, long kept, int bucketsDone) {}

    /// @throws IllegalStateException when the folder holds the results of another job
    public Outcome run() throws IOException {
        claim();
        stage("postings", () -> Reading.read(spark, job));
        Dataset<Row> rows = read("postings");
        Dataset<Row> good = rows.filter(col("fault").equalTo(""));
        stage("bad", () -> rows.filter(col("fault").notEqual("")).select("file", "line", "fault", "detail"));
        stage(
                "kept",
                () -> Dedup.kept(good)
                        .withColumn(
                                "bucket",
                                functions.pmod(
                                        functions.hash(col("source"), col("reference")), functions.lit(job.buckets())))
                        .repartition(col("bucket")));
        int worked = 0;
        for (int bucket = 0; bucket < job.buckets(); bucket++) {
            worked += find(bucket) ? 1 : 0;
        }
        count();
        return new Outcome(good.count(), read("bad").count(), read("kept").count(), worked);
    }

    private boolean find(int bucket) throws IOException {
        SkillFinder.Source source = finder;
        String taxonomy = job.taxonomy();
        return stage(
                "skills/part-" + bucket,
                () -> read("kept")
                        .filter(col("bucket").equalTo(bucket))
                        .drop("bucket")
                        .repartition(spark.sparkContext().defaultParallelism())
                        .map(
                                (MapFunction<Row, Row>) row -> found(row, Finders.of(source, taxonomy)),
                                Encoders.row(SKILLS)));
    }

    private static Row found(Row row, SkillFinder finder) {
        var posting = PostingRows.posting(row);
        String[] skills = finder.find(posting.words(), posting.language()).stream()
                .map(ConceptUri::value)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        return RowFactory.create(
                posting.source(),
                posting.reference(),
                posting.region().country(),
                posting.region().subdivision(),
                posting.month().toString(),
                skills);
    }

    /// Figures as Parquet, and as the table that the server takes.
    private void count() throws IOException {
        stage("figures", this::figures);
        Tally tally = new Tally();
        read("figures").toLocalIterator().forEachRemaining(row -> {
            Region region = new Region(row.getString(0), row.getString(1));
            YearMonth month = YearMonth.parse(row.getString(2));
            if (row.getString(3).isEmpty()) {
                tally.add(new Tally.Total(region, month, row.getLong(4)));
            } else {
                tally.add(new Tally.Cell(region, month, new ConceptUri(row.getString(3)), row.getLong(4)));
            }
        });
        Path file = new Path(job.out(), "figures.csv");
        try (FSDataOutputStream out = files().create(file, true);
                OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            FigureFile.write(tally, text);
        }
    }

    /// The same regions as `Region.within`: the part, the country, everywhere.
    private Dataset<Row> figures() {
        String[] parts = IntStream.range(0, job.buckets())
                .mapToObj(bucket -> new Path(job.out(), "skills/part-" + bucket).toString())
                .toArray(String[]::new);
        Dataset<Row> found = spark.read().schema(SKILLS).parquet(parts);
        Dataset<Row> within = found.withColumn(
                        "region",
                        functions.explode(functions.array_distinct(functions.array(
                                region(functions.lit(""), functions.lit("")),
                                region(col("country"), functions.lit("")),
                                region(col("country"), col("subdivision"))))))
                .select(col("region.c").as("country"), col("region.s").as("subdivision"), col("month"), col("skills"));
        // The empty skill stands for all postings, so that both counts are one.
        return within.withColumn(
                        "skill", functions.explode(functions.concat(functions.array(functions.lit("")), col("skills"))))
                .groupBy("country", "subdivision", "month", "skill")
                .agg(functions.count(functions.lit(1)).as("postings"));
    }

    private static org.apache.spark.sql.Column region(
            org.apache.spark.sql.Column country, org.apache.spark.sql.Column subdivision) {
        return functions.struct(country.as("c"), subdivision.as("s"));
    }

    @FunctionalInterface
    private interface Making {
        Dataset<Row> make();
    }

    /// @return whether it had to be done
    private boolean stage(String name, Making making) throws IOException {
        Path place = new Path(job.out(), name);
        if (files().exists(new Path(place, "_SUCCESS"))) {
            return false;
        }
        making.make().write().mode(SaveMode.Overwrite).parquet(place.toString());
        return true;
    }

    private Dataset<Row> read(String name) {
        return spark.read().parquet(new Path(job.out(), name).toString());
    }

    /// Results of two jobs in one folder would be added up in silence.
    private void claim() throws IOException {
        Path mark = new Path(job.out(), "job.txt");
        byte[] own = job.fingerprint().getBytes(StandardCharsets.UTF_8);
        if (!files().exists(mark)) {
            files().mkdirs(new Path(job.out()));
            try (FSDataOutputStream out = files().create(mark, false)) {
                out.write(own);
            }
            return;
        }
        try (FSDataInputStream in = files().open(mark)) {
            if (!List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains(job.fingerprint())) {
                throw new IllegalStateException(
                        "The folder " + job.out() + " holds the results of another job. Name another folder.");
            }
        }
    }

    private FileSystem files() throws IOException {
        return new Path(job.out()).getFileSystem(spark.sparkContext().hadoopConfiguration());
    }
}
