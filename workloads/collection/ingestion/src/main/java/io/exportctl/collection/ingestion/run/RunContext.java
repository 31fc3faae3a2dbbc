package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.source.SourceListing;
import io.exportctl.collection.ingestion.store.Store;
import io.exportctl.collection.ingestion.table.Warehouse;
import java.time.InstantSource;
import org.apache.spark.sql.SparkSession;

/**
 * Everything that the runs of a job work with.
 *
 * @param root URI of the warehouse
 * @param store the files of the warehouse
 */
public record RunContext(
    SparkSession spark,
    JobFile job,
    String root,
    Warehouse warehouse,
    Store store,
    SourceListing listing,
    RunLog log,
    InstantSource clock,
    RunObserver observer) {}
