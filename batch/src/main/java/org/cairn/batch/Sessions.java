package org.cairn.batch;

import org.apache.spark.sql.SparkSession;

/// Connections to Spark.
final class Sessions {
    private Sessions() {}

    /// @param master as Spark names it: `local[*]`, `spark://host:7077`; empty where `spark-submit` says it
    static SparkSession open(String master) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("Cairn: skills of job postings")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                // Small inputs need no two hundred shuffle files; adaptive execution joins what is too small.
                .config("spark.sql.adaptive.enabled", "true");
        if (master.startsWith("local")) {
            builder = builder.config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.shuffle.partitions", "4");
        }
        return (master.isEmpty() ? builder : builder.master(master)).getOrCreate();
    }
}
