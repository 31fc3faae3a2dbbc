package io.exportctl.collection.ingestion.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.config.Json;
import io.exportctl.collection.ingestion.store.Store;
import io.exportctl.collection.ingestion.store.StoredFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The values of each date as gzip JSON lines: a new folder a run, and a file that names it. */
public final class JsonLines {

  private static final String CURRENT = "current.json";

  private final Warehouse warehouse;
  private final Store store;
  private final JobFile job;

  /**
   * @param store the warehouse's root
   */
  public JsonLines(Warehouse warehouse, Store store, JobFile job) {
    this.warehouse = warehouse;
    this.store = store;
    this.job = job;
  }

  /** Writes the published rows of a date, then names the new folder as the current one. */
  public void publish(LocalDate date, String run) throws IOException {
    publish(date, run, warehouse.read(Tables.of(job).records()));
  }

  /** Writes those of the rows that are of the date. */
  void publish(LocalDate date, String run, Dataset<Row> rows) throws IOException {
    String folder = folder(date) + "/" + run;
    rows.where(col("export_date").equalTo(lit(date)))
        .select(col("value"))
        .write()
        .mode("overwrite")
        .option("compression", "gzip")
        .text(store.uri(folder));
    List<String> files =
        store.list(folder).stream().map(StoredFile::path).filter(it -> it.endsWith(".gz")).toList();
    Map<String, Object> current = new LinkedHashMap<>();
    current.put("folder", folder + "/");
    current.put("files", files);
    store.write(folder(date) + "/" + CURRENT, Json.indented(current).getBytes(UTF_8));
  }

  /** Dates that were published, sorted. */
  List<LocalDate> dates() throws IOException {
    return store.folders("json_lines/" + job.name()).stream().map(LocalDate::parse).toList();
  }

  /** Deletes the folders of a date that are not the current one. */
  void deleteOld(LocalDate date) throws IOException {
    Optional<byte[]> current = store.read(folder(date) + "/" + CURRENT);
    if (current.isEmpty()) {
      return;
    }
    Object kept = Json.read(current.orElseThrow()).get("folder");
    for (String run : store.folders(folder(date))) {
      String folder = folder(date) + "/" + run;
      if (!(folder + "/").equals(kept)) {
        store.delete(folder);
      }
    }
  }

  private String folder(LocalDate date) {
    return "json_lines/" + job.name() + "/" + date;
  }
}
