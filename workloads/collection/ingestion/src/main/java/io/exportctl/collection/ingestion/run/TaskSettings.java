package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.table.ErasedIds;
import io.exportctl.collection.key.KeySettings;
import io.exportctl.collection.record.RecordSettings;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Everything that a task needs beside its files. It holds neither keys nor certificates.
 *
 * @param warehouse URI of the warehouse's root
 * @param deadFolder folder of the run's dead letters below the root
 * @param fileNameOffsets true if a file's name says how many lines it has
 */
record TaskSettings(
    RecordSettings records,
    KeySettings keys,
    String warehouse,
    String deadFolder,
    boolean fileNameOffsets,
    Broadcast<ErasedIds> erased,
    Broadcast<SerializableConfiguration> configuration)
    implements Serializable {

  private static final long serialVersionUID = 1;
}
