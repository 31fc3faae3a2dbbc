package io.exportctl.kind.push;

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
import io.exportctl.dataset.Stop;
import io.exportctl.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of the export bucket, {@code s3://<export bucket>/<name>/}, whose files move to a bucket
 * in another account.
 *
 * @param bucket the receiver's bucket
 * @param account account that owns the bucket; empty if any account may
 * @param keepFiles true to copy files instead of moving them
 * @param kmsKeyArn the receiver's key
 */
public record PushDataset(
    String name,
    String bucket,
    Optional<String> account,
    List<String> users,
    List<String> paperwork,
    boolean keepFiles,
    Optional<String> kmsKeyArn)
    implements HasUsers, HandedOver, HasFlow, Operated {

  public PushDataset {
    users = Dataset.sorted(users);
    paperwork = List.copyOf(paperwork);
  }

  static PushDataset from(Fields fields) {
    return new PushDataset(
        fields.text("name"),
        fields.text("bucket"),
        fields.optionalText("account"),
        fields.texts("users"),
        fields.texts("paperwork"),
        fields.flag("keep_files"),
        fields.optionalText("kms_key_arn"));
  }

  @Override
  public DatasetKind kind() {
    return DatasetKind.PUSH;
  }

  @Override
  public String grant(Platform platform) {
    return name;
  }

  @Override
  public String handoverBucket(Platform platform) {
    return bucket;
  }

  @Override
  public List<String> receivers() {
    return account.stream().toList();
  }

  /** Returns the name of the function and its role, which receivers trust. */
  public static String functionName(String name, boolean keepFiles) {
    return queueName(name) + (keepFiles ? "-copy" : "-move");
  }

  static String queueName(String name) {
    return "export_" + name;
  }

  /** Returns the name of the hourly schedule and its role. */
  static String sweepName(String name) {
    return "sweep_" + name;
  }

  static String deadLetterName(String name) {
    return queueName(name) + "-dead-letter";
  }

  static String logGroup(String function) {
    return "/aws/lambda/" + function;
  }

  /** Returns the ARN of the role that writes to the receiver's bucket. */
  public String roleArn(Platform platform) {
    return platform.roleArn(functionName(name, keepFiles));
  }

  /** Returns the URL of the folder to which users write. */
  public String source(Platform platform) {
    return "s3://" + platform.exportBucket() + "/" + name + "/";
  }

  /** Returns the URL of the folder in which files arrive. */
  public String target() {
    return "s3://" + bucket + "/" + name + "/";
  }

  @Override
  public List<Stop> flow(Platform platform) {
    return PushFlow.of(this, platform);
  }

  @Override
  public Operation operation(Platform platform) {
    return PushOperation.of(this);
  }

  @Override
  public Optional<Backlog> backlog(Platform platform) {
    return Optional.of(PushOperation.backlog(this, platform));
  }

  @Override
  public List<Fact> facts(Platform platform) {
    String function = functionName(name, keepFiles);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("write to", source(platform)));
    facts.add(Fact.of("arrive at", target()));
    account.ifPresent(number -> facts.add(Fact.of("account", platform.account(number))));
    facts.add(Fact.of("files are", keepFiles ? "copied" : "moved"));
    kmsKeyArn.ifPresent(key -> facts.add(Fact.of("key", key)));
    facts.add(Fact.list("users", users));
    facts.add(Fact.list("paperwork", paperwork));
    facts.add(Fact.of("role", roleArn(platform)));
    facts.add(Fact.of("function", function));
    facts.add(Fact.of("log group", logGroup(function)));
    facts.add(Fact.of("queue", queueName(name)));
    facts.add(Fact.of("dead letters", deadLetterName(name)));
    return List.copyOf(facts);
  }

  @Override
  public void write(JsonWriter json, Platform platform) {
    String function = functionName(name, keepFiles);
    json.field("writeTo", source(platform))
        .field("arriveAt", target())
        .field("bucket", bucket)
        .field("keepFiles", keepFiles);
    account.ifPresent(owner -> json.field("account", owner));
    kmsKeyArn.ifPresent(key -> json.field("kmsKeyArn", key));
    json.texts("users", users)
        .texts("paperwork", paperwork)
        .field("roleArn", roleArn(platform))
        .field("function", function)
        .field("logGroup", logGroup(function))
        .field("queue", queueName(name))
        .field("deadLetterQueue", deadLetterName(name));
  }

  @Override
  public Meaning meaning(Platform platform) {
    return PushMeaning.of(this);
  }

  @Override
  public Optional<String> bucketOwner(Platform platform) {
    return account;
  }

  @Override
  public Optional<String> testFolder() {
    return Optional.of(name + "/");
  }

  @Override
  public Handshake handshake(Platform platform) {
    return PushHandshake.of(this, platform);
  }
}
