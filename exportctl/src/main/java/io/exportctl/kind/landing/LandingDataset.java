package io.exportctl.kind.landing;

import io.exportctl.dataset.Backlog;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
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
import io.exportctl.dataset.Requirement;
import io.exportctl.dataset.RoleArn;
import io.exportctl.dataset.Statement;
import io.exportctl.dataset.Stop;
import io.exportctl.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service's PostgreSQL database, of which a job in the service's namespace writes an extraction
 * every night to {@code s3://<landing bucket>/<name>/}, and a function makes tables.
 *
 * @param putArns roles of the service that may put extractions, sorted; empty if none exists yet
 * @param selection the part of the database that is read
 * @param isFrozen true if a table that changed its shape is refused
 * @param historyDays days for which former extractions are kept
 * @param maxAgeHours age in hours from which the newest extraction raises an alarm
 */
public record LandingDataset(
    String name,
    List<String> putArns,
    List<String> users,
    List<String> paperwork,
    ExtractionJob job,
    DataSelection selection,
    boolean isFrozen,
    int historyDays,
    int maxAgeHours)
    implements HasUsers, HandedOver, HasFlow, Operated {

  public LandingDataset {
    putArns = Dataset.sorted(putArns);
    users = Dataset.sorted(users);
    paperwork = List.copyOf(paperwork);
  }

  static LandingDataset from(Fields fields) {
    String name = fields.text("name");
    return new LandingDataset(
        name,
        fields.texts("put_arns"),
        fields.texts("users"),
        fields.texts("paperwork"),
        ExtractionJob.from(fields, name),
        DataSelection.from(fields),
        fields.optionalText("schema_contract").equals(Optional.of("freeze")),
        fields.number("history_days", 35),
        fields.number("max_age_hours", 26));
  }

  @Override
  public DatasetKind kind() {
    return DatasetKind.LANDING;
  }

  @Override
  public String grant(Platform platform) {
    return name;
  }

  @Override
  public String handoverBucket(Platform platform) {
    return LandingPlatform.of(platform).bucket();
  }

  /** Returns the URL of the folder in which extractions arrive. */
  public String target(Platform platform) {
    return "s3://" + handoverBucket(platform) + "/" + name + "/";
  }

  /** Returns the ARN of the role that the service's job takes to put extractions. */
  public String roleArn(Platform platform) {
    return platform.roleArn(LandingNames.role(name));
  }

  @Override
  public List<Stop> flow(Platform platform) {
    return LandingFlow.of(this, platform);
  }

  @Override
  public Operation operation(Platform platform) {
    return LandingOperation.of(this);
  }

  @Override
  public Optional<Backlog> backlog(Platform platform) {
    return Optional.of(new LandingBacklog(name, handoverBucket(platform)));
  }

  @Override
  public List<Fact> facts(Platform platform) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("lands at", target(platform)));
    facts.add(Fact.of("newest tables", name));
    facts.add(Fact.of("all tables", LandingNames.history(name)));
    facts.add(Fact.of("namespace", job.namespace()));
    facts.add(Fact.of("job", job.name()));
    facts.add(
        Fact.of("runs at", job.schedule() + " UTC" + (job.isSuspended() ? ", suspended" : "")));
    facts.add(Fact.list("roles", putArns));
    facts.addAll(selection.facts());
    facts.add(Fact.of("schema changes are", isFrozen ? "refused" : "followed"));
    facts.add(Fact.of("history", historyDays + " days"));
    facts.add(Fact.of("alarm after", maxAgeHours + " hours"));
    facts.add(Fact.list("users", users));
    facts.add(Fact.list("paperwork", paperwork));
    facts.add(Fact.of("role", roleArn(platform)));
    facts.add(Fact.of("function", LandingNames.function(name)));
    facts.add(Fact.of("log group", LandingNames.logGroup(name)));
    facts.add(Fact.of("queue", LandingNames.queue(name)));
    facts.add(Fact.of("dead letters", LandingNames.deadLetters(name)));
    return List.copyOf(facts);
  }

  @Override
  public void write(JsonWriter json, Platform platform) {
    json.field("arriveAt", target(platform))
        .field("bucket", handoverBucket(platform))
        .field("database", name)
        .field("historyDatabase", LandingNames.history(name))
        .texts("putArns", putArns);
    job.write(json);
    selection.write(json);
    json.field("schemaContract", isFrozen ? "freeze" : "evolve")
        .field("historyDays", historyDays)
        .field("maxAgeHours", maxAgeHours)
        .texts("users", users)
        .texts("paperwork", paperwork)
        .field("roleArn", roleArn(platform))
        .field("function", LandingNames.function(name))
        .field("logGroup", LandingNames.logGroup(name))
        .field("queue", LandingNames.queue(name))
        .field("deadLetterQueue", LandingNames.deadLetters(name));
  }

  @Override
  public Meaning meaning(Platform platform) {
    return LandingMeaning.of(this);
  }

  @Override
  public Optional<String> bucketOwner(Platform platform) {
    return Optional.of(platform.accountId());
  }

  /**
   * Asks the service to let its roles take ours, or the namespace while it has no role. Nothing in
   * it names a bucket or a folder: the role's policy and the job's destination come from this file.
   */
  @Override
  public Handshake handshake(Platform platform) {
    Statement statement =
        new Statement(
            Statement.sid("Lands", name),
            Optional.empty(),
            List.of("sts:AssumeRole"),
            roleArn(platform));
    Map<String, List<String>> roles = RoleArn.byAccount(putArns);
    if (roles.isEmpty()) {
      roles = Map.of(job.namespace(), List.of());
    }
    List<Requirement> requirements = Requirement.ofRoles(roles, List.of(statement));
    return new Handshake(requirements, Optional.empty(), List.of());
  }
}
