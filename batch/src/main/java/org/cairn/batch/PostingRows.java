package org.cairn.batch;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.cairn.skills.demand.Fingerprint;
import org.cairn.skills.demand.Posting;
import org.cairn.skills.demand.Region;

/// Postings as Spark's rows and back. `block` is where duplicates of a posting can lie. A row with `fault` is no
/// posting.
final class PostingRows {
    static final StructType SCHEMA = new StructType()
            .add("source", StringType)
            .add("reference", StringType)
            .add("title", StringType)
            .add("text", StringType)
            .add("employer", StringType)
            .add("country", StringType)
            .add("subdivision", StringType)
            .add("language", StringType)
            .add("posted", StringType)
            .add("closes", StringType)
            .add("url", StringType)
            .add("block", StringType)
            .add("file", StringType)
            .add("line", StringType)
            .add("fault", StringType)
            .add("detail", StringType);

    private PostingRows() {}

    static Encoder<Row> encoder() {
        return Encoders.row(SCHEMA);
    }

    static Row row(org.cairn.skills.demand.Row row, String file) {
        return switch (row) {
            case org.cairn.skills.demand.Row.Good(long _, long line, Posting posting) -> good(posting, file, line);
            case org.cairn.skills.demand.Row.Bad bad ->
                RowFactory.create(
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        file,
                        Long.toString(bad.line()),
                        bad.fault().name(),
                        bad.detail());
        };
    }

    private static Row good(Posting posting, String file, long line) {
        return RowFactory.create(
                posting.source(),
                posting.reference(),
                posting.title(),
                posting.text(),
                posting.employer(),
                posting.region().country(),
                posting.region().subdivision(),
                posting.language(),
                posting.posted().toString(),
                posting.closes().map(LocalDate::toString).orElse(""),
                posting.url(),
                Fingerprint.of(posting).block(),
                file,
                Long.toString(line),
                "",
                "");
    }

    static Posting posting(Row row) {
        String closes = row.getString(9);
        return new Posting(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Region(row.getString(5), row.getString(6)),
                row.getString(7),
                LocalDate.parse(row.getString(8)),
                closes.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(closes)),
                row.getString(10));
    }
}
