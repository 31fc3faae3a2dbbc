package io.exportctl.kind.collection;

import io.exportctl.dataset.Fact;
import io.exportctl.dataset.Platform;
import io.exportctl.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** The facts of a dataset, as {@code show} prints them and as JSON. */
record CollectionFacts(CollectionDataset dataset, Platform platform) {

  List<Fact> list() {
    String name = dataset.name();
    TableSettings table = dataset.table();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("collection", dataset.collection()));
    facts.add(Fact.of("read from", dataset.source().url()));
    facts.add(Fact.of("table", dataset.table(platform)));
    facts.add(Fact.of("rows", table.isLatest() ? "the newest of each id" : "every record"));
    if (dataset.isRedacted()) {
      facts.add(Fact.of("redacted table", dataset.table(platform) + "_redacted"));
    }
    facts.add(Fact.of("runs at", dataset.schedule().toString()));
    add(facts, "steps", table.steps());
    add(facts, "columns", table.columns().stream().map(Column::toString).toList());
    facts.add(Fact.of("bad records", limit(dataset.limits().badRecordsPerMillion())));
    facts.add(Fact.list("users", dataset.users()));
    add(facts, "redacted users", dataset.redactedUsers());
    facts.add(Fact.list("paperwork", dataset.paperwork()));
    facts.add(Fact.of("role", roleArn()));
    facts.add(Fact.of("application", CollectionNames.application(name)));
    facts.add(Fact.of("log group", CollectionNames.logGroup(name)));
    facts.add(Fact.of("queue", CollectionNames.deadLetters(name)));
    facts.add(Fact.of("dead letters", deadLetters()));
    return List.copyOf(facts);
  }

  private static String limit(int perMillion) {
    return "at most " + perMillion + " in a million";
  }

  private static void add(List<Fact> facts, String label, List<String> values) {
    if (!values.isEmpty()) {
      facts.add(Fact.list(label, values));
    }
  }

  private String roleArn() {
    return platform.roleArn(CollectionNames.jobRole(dataset.name()));
  }

  /** Returns the address of the records that were rejected, still encrypted. */
  private String deadLetters() {
    String bucket = CollectionPlatform.of(platform).warehouseBucket();
    return "s3://" + bucket + "/dead/" + dataset.name() + "/";
  }

  void write(JsonWriter json) {
    String name = dataset.name();
    Source source = dataset.source();
    TableSettings table = dataset.table();
    json.field("collection", dataset.collection())
        .field("sourceBucket", source.bucket())
        .field("sourcePrefix", source.prefix());
    source.kmsKeyArn().ifPresent(key -> json.field("sourceKmsKeyArn", key));
    json.field("daysBefore", source.daysBefore())
        .field("fileNameOffsets", source.hasOffsets())
        .field("dailyAt", dataset.schedule().dailyAt())
        .field("timeZone", dataset.schedule().timeZone())
        .field("catchUpDays", dataset.schedule().catchUpDays())
        .field("database", CollectionPlatform.of(platform).database())
        .field("table", table.kind());
    if (table.isLatest()) {
      json.field("prefer", table.prefer()).field("buckets", table.buckets());
    }
    json.texts("steps", table.steps())
        .array("columns", table.columns(), CollectionFacts::write)
        .texts("redactedUsers", dataset.redactedUsers())
        .field("jsonLines", table.hasJsonLines())
        .field("badRecordsPerMillion", dataset.limits().badRecordsPerMillion())
        .field("unreadableFiles", dataset.limits().unreadableFiles())
        .field("maximumVcpu", dataset.limits().maximumVcpu())
        .texts("users", dataset.users())
        .texts("paperwork", dataset.paperwork())
        .field("roleArn", roleArn())
        .field("application", CollectionNames.application(name))
        .field("logGroup", CollectionNames.logGroup(name))
        .field("deadLetterQueue", CollectionNames.deadLetters(name))
        .field("deadLetters", deadLetters());
  }

  private static void write(JsonWriter json, Column column) {
    json.field("name", column.name())
        .field("path", column.path())
        .field("type", column.type())
        .field("sensitive", column.isSensitive());
  }
}
