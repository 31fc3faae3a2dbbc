package io.exportctl.source.notify;

import io.exportctl.source.catalogue.TableName;
import io.exportctl.source.database.ResultRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the outbox: a version of a table that somebody has to be told of.
 *
 * @param isRunning true once Airflow has begun its run
 * @param run date by which Airflow knows the run
 * @param begun when the run began
 * @param attempts that failed so far
 */
record News(
    long id,
    String dataset,
    TableName table,
    long version,
    long rows,
    boolean isRunning,
    Optional<String> run,
    Optional<Instant> begun,
    int attempts) {

  static final String SELECT =
      "select o.id, l.dataset, d.schema_name, d.table_name, o.load_id, l.row_count,"
          + " o.state = 'running' as is_running, o.run_id,"
          + " extract(epoch from o.started_at)::bigint as begun, o.attempts"
          + " from operations.outbox o join operations.load l on l.id = o.load_id"
          + " join operations.dataset d on d.name = l.dataset"
          + " where o.id = ? and o.state in ('due', 'running')";

  static News from(ResultRow row) {
    return new News(
        row.number("id"),
        row.text("dataset"),
        new TableName(row.text("schema_name"), row.text("table_name")),
        row.number("load_id"),
        row.number("row_count"),
        row.truth("is_running"),
        row.findText("run_id"),
        row.findNumber("begun").map(Instant::ofEpochSecond),
        (int) row.number("attempts"));
  }

  /** Configuration of a run of Airflow. */
  Map<String, Object> conf() {
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("data_uploader_schema_name", table.schema());
    names.put("data_uploader_table_name", table.table());
    return Map.of("conf", names);
  }

  /** Body of a webhook. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("dataset", dataset);
    body.put("schema", table.schema());
    body.put("table", table.table());
    body.put("version", version);
    body.put("rows", rows);
    return body;
  }
}
