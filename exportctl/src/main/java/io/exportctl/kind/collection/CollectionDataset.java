package io.exportctl.kind.collection;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fact;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Grant;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.Handshake;
import io.exportctl.dataset.HasFlow;
import io.exportctl.dataset.HasUsers;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Stop;
import io.exportctl.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A collection of encrypted records in somebody else's bucket, of which a job makes a table every
 * day.
 *
 * @param collection database and collection that the records come from, with a colon between
 * @param users users who may query the whole table, sorted
 * @param redactedUsers users who may query only the redacted table, sorted
 */
public record CollectionDataset(
    String name,
    String collection,
    Source source,
    Schedule schedule,
    TableSettings table,
    Limits limits,
    List<String> users,
    List<String> redactedUsers,
    List<String> paperwork)
    implements HasUsers, HandedOver, HasFlow {

  public CollectionDataset {
    users = Dataset.sorted(users);
    redactedUsers = Dataset.sorted(redactedUsers);
    paperwork = List.copyOf(paperwork);
  }

  static CollectionDataset from(Fields fields) {
    return new CollectionDataset(
        fields.text("name"),
        fields.text("collection"),
        Source.from(fields),
        Schedule.from(fields),
        TableSettings.from(fields),
        Limits.from(fields),
        fields.texts("users"),
        fields.texts("redacted_users"),
        fields.texts("paperwork"));
  }

  @Override
  public DatasetKind kind() {
    return DatasetKind.COLLECTION;
  }

  /** Returns the name of the table that the users query. */
  @Override
  public String grant(Platform platform) {
    return name;
  }

  @Override
  public List<Grant> grants(Platform platform) {
    List<Grant> grants = new ArrayList<>(HasUsers.super.grants(platform));
    for (String user : redactedUsers) {
      grants.add(new Grant(user, CollectionNames.redacted(name)));
    }
    return List.copyOf(grants);
  }

  /** Returns true if there is a second table, without what is sensitive. */
  public boolean isRedacted() {
    return !redactedUsers.isEmpty();
  }

  /** Returns the bucket that the other side lets the job read. */
  @Override
  public String handoverBucket(Platform platform) {
    return source.bucket();
  }

  /** Returns the name of the table in queries, with its database. */
  String table(Platform platform) {
    return CollectionPlatform.of(platform).database() + "." + name;
  }

  @Override
  public List<Stop> flow(Platform platform) {
    return CollectionFlow.of(this, platform);
  }

  @Override
  public Meaning meaning(Platform platform) {
    return new CollectionMeaning(this).meaning();
  }

  @Override
  public List<Fact> facts(Platform platform) {
    return new CollectionFacts(this, platform).list();
  }

  @Override
  public void write(JsonWriter json, Platform platform) {
    new CollectionFacts(this, platform).write(json);
  }

  @Override
  public Handshake handshake(Platform platform) {
    return new SourceAccess(this, platform).handshake();
  }
}
