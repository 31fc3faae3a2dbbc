package io.exportctl.source.upload;

import io.exportctl.source.database.ResultRow;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.load.Choice;
import io.exportctl.source.load.FaultJson;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that a person uploaded.
 *
 * @param revision grows each time the file is read again
 * @param fileName its name on the person's computer, a label only
 * @param size in bytes
 * @param findings missing once the upload has ended
 * @param rows of the version that it became
 * @param error the reason for which it was not loaded
 */
public record Upload(
    UUID id,
    String dataset,
    UploadState state,
    int revision,
    String fileName,
    String objectKey,
    long size,
    String sha256,
    String byName,
    Optional<Findings> findings,
    Choice choice,
    Optional<UUID> fileId,
    Optional<Long> version,
    Optional<Long> rows,
    Optional<Fault> error,
    Instant createdAt) {

  /** Query of all columns; a condition follows. */
  static final String SELECT =
      "select u.id, u.dataset, u.state, u.revision, u.file_name, u.object_key, u.size_bytes,"
          + " u.sha256, u.by_name, u.findings::text as findings, u.chosen::text as chosen,"
          + " u.file_id, u.load_id, l.row_count, u.error::text as error, u.created_at"
          + " from operations.upload u left join operations.load l on l.id = u.load_id ";

  static Upload from(ResultRow row) {
    return new Upload(
        row.uuid("id"),
        row.text("dataset"),
        UploadState.of(row.text("state")),
        (int) row.number("revision"),
        row.text("file_name"),
        row.text("object_key"),
        row.number("size_bytes"),
        row.text("sha256"),
        row.text("by_name"),
        row.findText("findings").map(FindingsJson::read),
        Choice.parse(row.text("chosen")),
        row.findText("file_id").map(UUID::fromString),
        row.findNumber("load_id"),
        row.findNumber("row_count"),
        row.findText("error").map(FaultJson::read),
        row.time("created_at"));
  }

  /** Leaves out what a person or a file holds. */
  @Override
  public String toString() {
    return "upload " + id + " " + state.word();
  }
}
