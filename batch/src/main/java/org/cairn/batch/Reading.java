package org.cairn.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.cairn.skills.demand.PostingReader;
import org.cairn.skills.demand.PostingReader.Defaults;
import scala.Tuple2;

/// Postings from files: JSON Lines are split between tasks, Parquet by its own parts, every other file (tables, JSON
/// documents) is read by one task as a stream. A bad line of split files is named by what stands in it.
final class Reading {
    private Reading() {}

    static Dataset<Row> read(SparkSession spark, Job job) {
        return job.in().stream()
                .map(path -> read(spark, path, job.defaults()))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private static Dataset<Row> read(SparkSession spark, String path, Defaults defaults) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.(jsonl|ndjson)(\\.gz)?")) {
            return lines(spark, path, defaults);
        }
        return name.contains(".parquet") ? parquet(spark, path, defaults) : whole(spark, path, defaults);
    }

    private static Dataset<Row> lines(SparkSession spark, String path, Defaults defaults) {
        Said said = new Said(defaults);
        return spark.read()
                .textFile(path)
                .flatMap(
                        (FlatMapFunction<String, Row>) line -> PostingReader.line(line, said.defaults()).stream()
                                .map(row -> PostingRows.row(
                                        row, path + ": " + line.substring(0, Math.min(80, line.length()))))
                                .iterator(),
                        PostingRows.encoder());
    }

    private static Dataset<Row> parquet(SparkSession spark, String path, Defaults defaults) {
        Said said = new Said(defaults);
        Dataset<Row> table = spark.read().parquet(path);
        String[] names = table.columns();
        Dataset<Row> texts = table.select(java.util.Arrays.stream(names)
                .map(name -> functions.col("`" + name + "`").cast("string"))
                .toArray(org.apache.spark.sql.Column[]::new));
        return texts.map(
                (MapFunction<Row, Row>) row -> {
                    Map<String, String> values = new HashMap<>();
                    for (int at = 0; at < names.length; at++) {
                        if (!row.isNullAt(at)) {
                            values.put(names[at], row.getString(at));
                        }
                    }
                    return PostingRows.row(PostingReader.columns(values, said.defaults()), path);
                },
                PostingRows.encoder());
    }

    private static Dataset<Row> whole(SparkSession spark, String path, Defaults defaults) {
        Said said = new Said(defaults);
        return spark.createDataFrame(
                spark.sparkContext()
                        .binaryFiles(path, spark.sparkContext().defaultMinPartitions())
                        .toJavaRDD()
                        .flatMap(file -> rows(file, said)),
                PostingRows.SCHEMA);
    }

    /// The stream is open until its last row was taken or the task ends.
    private static Iterator<Row> rows(Tuple2<String, PortableDataStream> file, Said said) {
        try {
            PostingReader reader = PostingReader.open(file._2().open(), said.defaults());
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    if (reader.hasNext()) {
                        return true;
                    }
                    try {
                        reader.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return false;
                }

                @Override
                public Row next() {
                    return PostingRows.row(reader.next(), file._1());
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The library's defaults, able to travel.
    private record Said(List<String> values) implements java.io.Serializable {
        Said(Defaults defaults) {
            this(List.of(defaults.source(), defaults.language(), defaults.country()));
        }

        Defaults defaults() {
            return new Defaults(values.get(0), values.get(1), values.get(2));
        }
    }
}
