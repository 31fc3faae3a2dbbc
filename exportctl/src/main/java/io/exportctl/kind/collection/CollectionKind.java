package io.exportctl.kind.collection;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.Kind;
import io.exportctl.kind.NamedUser;
import io.exportctl.kind.PlatformSection;
import io.exportctl.kind.UserAccess;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.workspace.Artifact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind that makes a table of encrypted records every day. */
public final class CollectionKind implements Kind {

  private static final String REDACTED_USERS = "redacted_users";

  private static final List<FileRule> FILE_RULES =
      List.of(
          new PlaceholderNames(),
          new TimeZones(),
          new PreferWithoutLatest(),
          new ColumnNames(),
          new SensitiveWithoutRedacted(),
          new SourceIsOurs());

  @Override
  public DatasetKind id() {
    return DatasetKind.COLLECTION;
  }

  @Override
  public Dataset read(Fields valid) {
    return CollectionDataset.from(valid);
  }

  /** Adds the limit of Glue for the names of tables. */
  @Override
  public List<AwsName> awsNames(String name, Platform platform) {
    return List.of(
        new AwsName("role", CollectionNames.jobRole(name), 64),
        new AwsName("weekly schedule", CollectionNames.maintenance(name), 64),
        new AwsName("queue", CollectionNames.deadLetters(name), 80),
        new AwsName("table", CollectionNames.redacted(name), 255));
  }

  @Override
  public String removal(String name, Platform platform) {
    return "the next apply takes the access away and deletes its application and schedules; the"
        + " tables stay";
  }

  @Override
  public String closure(String name, Platform platform) {
    return "its tables stay as they are, and nobody may query them; no date is ingested, and later"
        + " only as many are caught up as \"catch_up_days\" says";
  }

  @Override
  public List<FileRule> fileRules() {
    return FILE_RULES;
  }

  @Override
  public List<WorkspaceRule> workspaceRules() {
    return List.of(new TableNameConflict(), new WarehouseNames(), new KeySource());
  }

  @Override
  public List<String> partnerKeys() {
    return List.of("source_kms_key_arn");
  }

  @Override
  public List<String> userKeys() {
    return List.of("users", REDACTED_USERS);
  }

  @Override
  public List<NamedUser> namedUsers(FileValues file) {
    Stream<NamedUser> redacted =
        file.name().stream()
            .map(CollectionNames::redacted)
            .flatMap(
                table ->
                    file.values(REDACTED_USERS).stream().map(user -> new NamedUser(user, table)));
    return Stream.concat(Kind.super.namedUsers(file).stream(), redacted).toList();
  }

  @Override
  public Optional<UserAccess> userAccess() {
    return Optional.of(new CollectionAccess());
  }

  @Override
  public List<String> rolePrefixes() {
    return List.of("ingest_");
  }

  /** Returns the program on Apache Spark. */
  @Override
  public Optional<Artifact> program() {
    return Optional.of(
        new Artifact(
            "ingestion.jar",
            "the program that ingests collections",
            "workloads/collection/ingestion",
            false));
  }

  @Override
  public Optional<PlatformSection> platformSection() {
    return Optional.of(new CollectionSection());
  }
}
