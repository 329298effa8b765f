package org.cairn.batch;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.cairn.skills.demand.Duplicates;
import org.cairn.skills.demand.Posting;
import scala.Tuple2;

/// Keeps the first of several alike, as [Duplicates] does after sorting: first by what their source calls them, then
/// by nearly the same words, where only an employer's postings in one region are compared.
final class Dedup implements Serializable {
    private static final long serialVersionUID = 1L;

    private Dedup() {}

    static Dataset<Row> kept(Dataset<Row> postings) {
        return postings.groupByKey(
                        (MapFunction<Row, String>) row -> row.getString(0) + '\0' + row.getString(1), Encoders.STRING())
                .reduceGroups((ReduceFunction<Row>) Dedup::first)
                .map((MapFunction<Tuple2<String, Row>, Row>) Tuple2::_2, PostingRows.encoder())
                .groupByKey((MapFunction<Row, String>) row -> row.getString(11), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (_, rows) -> fresh(rows), PostingRows.encoder());
    }

    private static Row first(Row one, Row other) {
        return Posting.ORDER.compare(PostingRows.posting(one), PostingRows.posting(other)) <= 0 ? one : other;
    }

    private record Each(Posting posting, Row row) {}

    private static Iterator<Row> fresh(Iterator<Row> rows) {
        List<Each> block = new ArrayList<>();
        rows.forEachRemaining(row -> block.add(new Each(PostingRows.posting(row), row)));
        block.sort((one, other) -> Posting.ORDER.compare(one.posting(), other.posting()));
        Duplicates seen = new Duplicates();
        return block.stream()
                .filter(each -> seen.add(each.posting()) == Duplicates.Verdict.FRESH)
                .map(Each::row)
                .iterator();
    }
}
