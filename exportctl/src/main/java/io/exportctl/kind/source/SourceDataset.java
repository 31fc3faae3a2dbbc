package io.exportctl.kind.source;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Details;
import io.exportctl.dataset.Fact;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.Handshake;
import io.exportctl.dataset.HasFlow;
import io.exportctl.dataset.HasUsers;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Operated;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Stop;
import io.exportctl.text.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data from outside, fetched or uploaded, that become a table behind the API of the data store.
 *
 * @param schema name by which the API knows the data, such as {@code hmrc.exporters}
 * @param table table of the schema, such as {@code L1}
 * @param fetch empty for uploads
 * @param uploaders groups and e-mail addresses, sorted; empty for fetched data
 * @param mode {@code replace}, {@code incremental} or {@code snapshot}
 * @param readers ids of the Hawk clients that may read, sorted
 * @param staleAfterHours age of the data that raises an alarm; empty for no alarm
 * @param users users who may read the raw files, sorted; may be empty
 * @param settings the keys that the service reads, as they stand in the file
 */
public record SourceDataset(
    String name,
    String schema,
    String table,
    Optional<Fetch> fetch,
    List<String> uploaders,
    String mode,
    List<String> readers,
    Optional<Integer> staleAfterHours,
    List<String> users,
    List<String> paperwork,
    Map<String, Object> settings)
    implements HasUsers, HandedOver, HasFlow, Operated {

  /** Keys that mean nothing to the service. */
  private static final List<String> OF_THE_PLATFORM = List.of("paperwork", "review_by", "users");

  public SourceDataset {
    uploaders = Dataset.sorted(uploaders);
    readers = Dataset.sorted(readers);
    users = Dataset.sorted(users);
    paperwork = List.copyOf(paperwork);
  }

  static SourceDataset from(Fields fields) {
    Optional<Fetch> fetch = fields.section("fetch").map(Fetch::from);
    int hours = fields.number("stale_after_hours", 0);
    Map<String, Object> settings = new LinkedHashMap<>(fields.tree());
    settings.keySet().removeAll(OF_THE_PLATFORM);
    settings.keySet().removeAll(Details.KEYS);
    return new SourceDataset(
        fields.text("name"),
        fields.text("schema"),
        fields.optionalText("table").orElse(fetch.isPresent() ? "L1" : "L0"),
        fetch,
        fields.section("upload").map(upload -> upload.texts("by")).orElse(List.of()),
        fields.optionalText("mode").orElse("replace"),
        fields.texts("readers"),
        hours == 0 ? Optional.empty() : Optional.of(hours),
        fields.texts("users"),
        fields.texts("paperwork"),
        settings);
  }

  @Override
  public DatasetKind kind() {
    return DatasetKind.SOURCE;
  }

  /** Returns the folder of the raw files, below {@code datasets/} in the bucket. */
  @Override
  public String grant(Platform platform) {
    return SourceNames.folder(schema);
  }

  /** Returns the bucket with the raw files, which readers get as a table. */
  @Override
  public String handoverBucket(Platform platform) {
    return SourcePlatform.of(platform).bucket();
  }

  /** Returns the path of the table in the API. */
  public String path() {
    return "/api/v1/table-data/" + schema + "/" + table;
  }

  /** Returns the entry in Secrets Manager with the headers of requests; empty if there is none. */
  public Optional<String> headersSecret() {
    return fetch.flatMap(Fetch::headersSecret);
  }

  @Override
  public List<Stop> flow(Platform platform) {
    return SourceFlow.of(this, platform);
  }

  @Override
  public Operation operation(Platform platform) {
    return SourceOperation.of(this, platform);
  }

  @Override
  public Meaning meaning(Platform platform) {
    return SourceMeaning.of(this);
  }

  @Override
  public List<Fact> facts(Platform platform) {
    return new SourceFacts(this, platform).list();
  }

  @Override
  public void write(JsonWriter json, Platform platform) {
    new SourceFacts(this, platform).write(json);
  }

  @Override
  public Optional<String> bucketOwner(Platform platform) {
    return Optional.of(platform.accountId());
  }

  /** Returns a handshake without permissions: readers sign their requests. */
  @Override
  public Handshake handshake(Platform platform) {
    return new Handshake(List.of(), Optional.empty(), List.of());
  }
}
