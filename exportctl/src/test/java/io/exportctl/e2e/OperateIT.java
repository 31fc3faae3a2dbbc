package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.cli.HelpTest;
import io.exportctl.support.AwsGate;
import io.exportctl.support.Conformance;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The commands that ask AWS, against what terraform deployed to an emulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
@Order(4)
class OperateIT {

  private static final String EVENT =
      """
      {"source":"aws.s3","time":"2026-01-02T03:04:05Z","detail":{
        "bucket":{"name":"operate-hub-exports"},"object":{"key":"%s"}}}""";

  /** An action of a policy in a document. */
  private static final Pattern ACTION = Pattern.compile("\"([a-z0-9]+:[A-Z]\\w+)\"");

  private Path root;
  private Deployment deployment;
  private AwsGate gate;
  private CloudWatchClient cloudWatch;
  private CloudWatchLogsClient logs;

  @BeforeAll
  void deploy() throws IOException {
    Tools.require("terraform", "moto_server");
    root = Files.createTempDirectory("operate");
    deployment = Deployment.start(root, "operate");
    deployment.render();
    deployment.init();
    deployment.applyWithStandIns().orFail();
    gate = AwsGate.before(deployment.endpoint());
    cloudWatch = client(CloudWatchClient.builder());
    logs = client(CloudWatchLogsClient.builder());
  }

  @AfterAll
  void stop() {
    if (gate != null) {
      gate.close();
    }
    if (deployment != null) {
      deployment.close();
    }
    if (root != null) {
      Folders.deleteAll(root);
    }
  }

  @BeforeEach
  void empty() {
    gate.refuse();
    for (String queue : List.of("export_arrivals", "export_arrivals-dead-letter")) {
      deployment.sqs.purgeQueue(request -> request.queueUrl(url(queue)));
    }
  }

  @Test
  void tellsThatAllIsWell() {
    Cli.Result result = run("status", "arrivals", "dashboard", "kept", "notes_prod");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                0,
                """
                NAME        KIND     DEPLOYED  WAITING  IN FLIGHT  DEAD  ALARMS  PROGRAM
                arrivals    push     yes       0        0          0     ok      another
                dashboard   pull     yes       -        -          -     -       -
                kept        push     yes       0        0          0     ok      another
                notes_prod  landing  yes       0        0          0     ok      -
                """,
                ""));
  }

  @Test
  void countsWhatWaitsAndWhatIsDead() {
    send("export_arrivals", EVENT.formatted("arrivals/new.csv"));
    die("arrivals/old.csv", "the target refuses: AccessDenied");

    Cli.Result result = run("status", "arrivals");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .contains("arrivals  push  yes       1        0          1     ok      another")
        .endsWith("\npush/arrivals\n  1 dead letter; see exportctl stuck push/arrivals\n");
  }

  @Test
  void readsMetricsAlarmsAndReasons() {
    // Not quite now: the emulator leaves out what was put in the second of the question.
    Instant now = Instant.now().minusSeconds(60);
    putMetric("late_prod", "unfinished", 2, now);
    putMetric("late_prod", "age", 7200, now);
    putLog(
        "/aws/lambda/landing_late_prod-load",
        "{\"action\":\"failed\",\"reason\":\"no room \\u001b[31m\"}");
    setAlarm("landing_late_prod-failing", StateValue.ALARM);

    Cli.Result result = run("status", "late_prod");
    JSONObject json = Conformance.assertOutput("status", run("status", "--format", "json").out());

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .contains("2 hours ago", "1 alarm")
        .contains(
            """

            landing/late_prod
              2 failures in an hour
              1 time: no room \uFFFD[31m
              alarm landing_late_prod-failing: 2 > 0
            """);
    JSONObject dataset = dataset(json, "late_prod");
    assertThat(dataset.getInt("failing")).isEqualTo(2);
    assertThat(dataset.getJSONArray("failures").getJSONObject(0).getString("reason"))
        .isEqualTo("no room \u001b[31m");
    assertThat(json.getBoolean("wrong")).isTrue();
  }

  @Test
  void namesWhatIsNotDeployedAndWhoHasNoRole() throws IOException {
    Path file = root.resolve("datasets/push/extra.yaml");
    String yaml = Files.readString(root.resolve("datasets/push/arrivals.yaml"));
    Files.writeString(file, yaml.replace("arrivals", "extra").replace("user_one", "user_gone"));
    try {
      Cli.Result result = run("status", "extra");

      assertThat(result.status()).isEqualTo(1);
      assertThat(result.out())
          .contains(
              """

              push/extra
                it is not deployed; render, then run terraform apply
                no role, so no access, for: alpha_user_gone
              """);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void namesRolesThatDriftedAway() throws IOException {
    Path file = root.resolve("datasets/push/kept.yaml");
    String yaml = Files.readString(file);
    Files.writeString(file, yaml.replace("keep_files: true\n", ""));
    try {
      Cli.Result result = run("status");

      assertThat(result.out())
          .contains(
              """

              push/kept
                missing: function export_kept-move, role export_kept-move; run terraform apply
              """)
          .endsWith(
              """

              roles of no dataset in this workspace
                export_kept-copy
              """);
      assertThat(result.status()).isEqualTo(1);
    } finally {
      Files.writeString(file, yaml);
    }
  }

  @Test
  void expectsClosedDatasetsToBeClosed() throws IOException {
    setAlarm("landing_notes_prod-stale", StateValue.ALARM);
    for (String dataset : List.of("push/arrivals", "landing/notes_prod")) {
      Path file = root.resolve("datasets/" + dataset + ".yaml");
      Files.writeString(file, Files.readString(file) + "\nstate: suspended\n");
    }
    try {
      Cli.Result before = run("status", "arrivals", "notes_prod");
      setSchedule("sweep_arrivals", ScheduleState.DISABLED);
      setSchedule("landing_notes_prod", ScheduleState.DISABLED);
      Cli.Result closed = run("status", "arrivals", "notes_prod");

      assertThat(before.out())
          .endsWith(
              """

              push/arrivals
                schedule sweep_arrivals is on, and the dataset is suspended; run terraform apply

              landing/notes_prod
                schedule landing_notes_prod is on, and the dataset is suspended; run terraform apply
              """);
      assertThat(closed.status()).as(closed.out()).isZero();
    } finally {
      setAlarm("landing_notes_prod-stale", StateValue.OK);
      for (String dataset : List.of("push/arrivals", "landing/notes_prod")) {
        Path file = root.resolve("datasets/" + dataset + ".yaml");
        Files.writeString(file, Files.readString(file).replace("\nstate: suspended\n", ""));
      }
      assertThat(run("status", "arrivals").out())
          .contains("schedule sweep_arrivals is switched off; run terraform apply");
      setSchedule("sweep_arrivals", ScheduleState.ENABLED);
      setSchedule("landing_notes_prod", ScheduleState.ENABLED);
    }
  }

  private void setSchedule(String name, ScheduleState state) {
    try (SchedulerClient scheduler = client(SchedulerClient.builder())) {
      GetScheduleResponse schedule = scheduler.getSchedule(it -> it.name(name));
      scheduler.updateSchedule(
          it ->
              it.name(name)
                  .state(state)
                  .scheduleExpression(schedule.scheduleExpression())
                  .flexibleTimeWindow(schedule.flexibleTimeWindow())
                  .target(schedule.target()));
    }
  }

  @Test
  void losesOneColumnForOnePermission() {
    Map<String, String> unknown =
        Map.of(
            "sqs:GetQueueAttributes", "WAITING",
            "cloudwatch:DescribeAlarms", "ALARMS",
            "cloudwatch:GetMetricData", "FAILING",
            "lambda:GetFunctionConfiguration", "PROGRAM");
    unknown.forEach(
        (action, column) -> {
          gate.refuse(action);
          Cli.Result result = run("status", "arrivals");
          String[] lines = result.out().split("\n", -1);
          assertThat(lines[1].charAt(lines[0].indexOf(column))).as(action).isEqualTo('?');
          assertThat(lines[1]).as(action).startsWith("arrivals  push  yes ");
          assertThat(result.err())
              .isEqualTo(
                  "exportctl: unknown (?), as your credentials lack "
                      + action
                      + "; docs/operating.md has a policy\n");
          assertThat(result.status()).as(action).isZero();
        });
    gate.refuse("iam:ListRoles", "scheduler:GetSchedule");
    assertThat(run("status").err()).contains("iam:ListRoles, scheduler:GetSchedule");
    gate.refuse("s3:ListBucket");
    assertThat(run("status", "dashboard").out()).contains("dashboard  pull  ?");
    assertThat(run("stuck", "arrivals").err())
        .startsWith("exportctl: your credentials lack the permission s3:ListBucket; ");
  }

  @Test
  void listsWhatIsStuckWithReasons() {
    put("arrivals/waits.csv");
    die("arrivals/old.csv", "the target refuses: AccessDenied");
    putLog(
        "/aws/lambda/export_arrivals-move",
        "{\"action\":\"failed\",\"source\":\"s3://operate-hub-exports/arrivals/waits.csv\","
            + "\"reason\":\"slow down\"}");

    Cli.Result young = run("stuck", "arrivals");
    Cli.Result old = Cli.in(root).with(variables()).run("stuck", "arrivals");
    Cli.Result json = run("stuck", "arrivals", "--format", "json");

    assertThat(young.status()).isEqualTo(1);
    assertThat(young.out())
        .contains(
            "operate-hub-exports/arrivals/old.csv", "dead", "the target refuses: AccessDenied")
        .endsWith("push/arrivals: 1 file, of which 1 dead letter\n")
        .doesNotContain("waits.csv");
    // In 2027, when other tests run, the file is weeks old and the log of the day is silent.
    assertThat(old.out()).contains("arrivals/waits.csv", "2 files, of which 1 dead letter");
    JSONObject found = Conformance.assertOutput("stuck", json.out());
    assertThat(found.getJSONArray("files").getJSONObject(0).getString("since"))
        .isEqualTo("2026-01-02T03:04:05Z");
    assertThat(run("status", "arrivals").out()).contains("1 dead letter");
  }

  @Test
  void redrivesOnlyWhenTold() {
    die("arrivals/old.csv", "the target refuses: AccessDenied");

    Cli.Result planned = run("redrive", "arrivals");
    long before = deadLetters();
    Cli.Result done = run("redrive", "arrivals", "--apply");
    Cli.Result again = run("redrive", "arrivals", "--apply");

    assertThat(planned.out())
        .isEqualTo("1 dead letter would go back to the queue export_arrivals; add --apply\n");
    assertThat(before).isEqualTo(1);
    assertThat(done)
        .isEqualTo(new Cli.Result(0, "1 message went back to the queue export_arrivals\n", ""));
    assertThat(deadLetters()).isZero();
    assertThat(again.out()).isEqualTo("push/arrivals has no dead letters\n");
  }

  @Test
  void startsASweepOnlyWhenTold() {
    Cli.Result planned = run("sweep", "arrivals");
    Cli.Result done = run("sweep", "arrivals", "--minutes", "5", "--apply");

    assertThat(planned.out())
        .isEqualTo("queue export_arrivals would get {\"sweep\":{\"minutes\":30}}; add --apply\n");
    assertThat(done.out()).isEqualTo("queue export_arrivals got {\"sweep\":{\"minutes\":5}}\n");
    assertThat(deployment.sqs.receiveMessage(it -> it.queueUrl(url("export_arrivals"))).messages())
        .extracting(message -> message.body())
        .containsExactly("{\"sweep\":{\"minutes\":5}}");
    assertThat(run("sweep", "dashboard").status()).isEqualTo(2);
    assertThat(run("sweep", "notes_prod", "--minutes", "5").status()).isEqualTo(2);
  }

  @Test
  void asksAboutTheOtherSideAndLeavesNothingBehind() {
    Cli.Result asked = run("handshake", "arrivals", "--verify");
    Cli.Result tried = run("handshake", "arrivals", "--verify", "--test-file");
    gate.refuse("s3:DeleteObject");
    Cli.Result careful = run("handshake", "arrivals", "--verify", "--test-file");

    assertThat(asked.out())
        .isEqualTo(
            """
            ok       bucket     receiver-arrivals is there
            ok       Region     eu-west-2
            unknown  owner      the dataset does not name the account that owns the bucket
            """);
    assertThat(tried.out())
        .startsWith("writes and removes s3://receiver-arrivals/arrivals/exportctl-handshake-")
        .endsWith("ok       test file  written, read back and removed\n");
    assertThat(careful.out()).contains("unknown  test file  nothing was written");
    assertThat(gate.asked()).doesNotContain("s3:PutObject");
    assertThat(deployment.s3.listObjectsV2(it -> it.bucket("receiver-arrivals")).contents())
        .isEmpty();
  }

  @Test
  void saysInOneSentenceWhyAwsCannotBeAsked() {
    Cli.Result unreachable =
        Cli.in(root)
            .now()
            .with(with("AWS_ENDPOINT_URL", "http://127.0.0.1:9"))
            .run("status", "arrivals");
    gate.refuse("sts:GetCallerIdentity");
    Cli.Result refused = run("status");
    gate.refuse();
    gate.actAs(Optional.of("999999999999"));
    Cli.Result other = run("status");
    gate.actAs(Optional.empty());

    assertThat(unreachable.status()).isEqualTo(3);
    assertThat(unreachable.err()).startsWith("exportctl: AWS cannot be reached (");
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err()).contains("lack the permission sts:GetCallerIdentity");
    assertThat(other)
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: your AWS credentials belong to account 999999999999, expected"
                    + " 123456789012 of datasets/platform.yaml; set AWS_PROFILE\n"));
  }

  @Test
  void runsTheExamplesOfTheHelp() {
    List<String> examples = HelpTest.examplesThatAskAws().toList();

    assertThat(examples).hasSizeGreaterThan(8);
    for (String example : examples) {
      String deployed =
          example
              .replace("prison_arrivals", "arrivals")
              .replace("case_outcomes", "kept")
              .replace("court_dashboard", "dashboard");
      Cli.Result result = run(deployed.substring("exportctl ".length()).split(" +", -1));
      assertThat(result.status()).as(example + result.err()).isLessThan(2);
    }
  }

  /** Everything that the commands ask for stands in the policies of the document. */
  @Test
  void needsNoPermissionThatTheDocumentLacks() throws IOException {
    String document = Files.readString(ExampleWorkspace.REPOSITORY.resolve("docs/operating.md"));
    put("kept/waits.csv");
    die("arrivals/old.csv", "refused");
    gate.refuse();

    run("status");
    run("stuck", "arrivals");
    Cli.in(root).with(variables()).run("stuck", "kept");
    run("redrive", "arrivals", "--apply");
    run("sweep", "arrivals", "--apply");

    TreeSet<String> documented =
        new TreeSet<>(ACTION.matcher(document).results().map(found -> found.group(1)).toList());
    assertThat(gate.asked()).contains("s3:GetObjectTagging", "logs:FilterLogEvents");
    assertThat(documented).containsAll(gate.asked().stream().filter(it -> !isFree(it)).toList());
  }

  /** Every caller may ask who they are. */
  private static boolean isFree(String action) {
    return action.equals("sts:GetCallerIdentity");
  }

  private static JSONObject dataset(JSONObject json, String name) {
    JSONArray datasets = json.getJSONArray("datasets");
    return Stream.iterate(0, i -> i < datasets.length(), i -> i + 1)
        .map(datasets::getJSONObject)
        .filter(dataset -> dataset.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void put(String key) {
    deployment.s3.putObject(
        request -> request.bucket("operate-hub-exports").key(key), RequestBody.fromString("data"));
  }

  private void send(String queue, String body) {
    deployment.sqs.sendMessage(request -> request.queueUrl(url(queue)).messageBody(body));
  }

  /** Puts the message of a file into the dead-letter queue, as the mover does. */
  private void die(String key, String reason) {
    deployment.sqs.sendMessage(
        request ->
            request
                .queueUrl(url("export_arrivals-dead-letter"))
                .messageBody(EVENT.formatted(key))
                .messageAttributes(
                    Map.of(
                        "reason",
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue(reason)
                            .build())));
  }

  private long deadLetters() {
    return deployment
        .sqs
        .receiveMessage(it -> it.queueUrl(url("export_arrivals-dead-letter")).visibilityTimeout(0))
        .messages()
        .size();
  }

  private String url(String queue) {
    return deployment.sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
  }

  private Cli.Result run(String... arguments) {
    return Cli.in(root).now().with(variables()).run(arguments);
  }

  private Map<String, String> variables() {
    return with("AWS_ENDPOINT_URL", gate.endpoint().toString());
  }

  private Map<String, String> with(String name, String value) {
    Map<String, String> variables = new TreeMap<>(deployment.environment());
    variables.put("NO_COLOR", "1");
    variables.put(name, value);
    return variables;
  }

  private void putMetric(String dataset, String name, double value, Instant at) {
    cloudWatch.putMetricData(
        request ->
            request
                .namespace("exportctl")
                .metricData(
                    MetricDatum.builder()
                        .metricName(name)
                        .dimensions(Dimension.builder().name("dataset").value(dataset).build())
                        .value(value)
                        .timestamp(at)
                        .build()));
  }

  private void setAlarm(String name, StateValue state) {
    cloudWatch.setAlarmState(
        request -> request.alarmName(name).stateValue(state).stateReason("2 > 0"));
  }

  private void putLog(String group, String line) {
    String stream = UUID.randomUUID().toString();
    logs.createLogStream(request -> request.logGroupName(group).logStreamName(stream));
    logs.putLogEvents(
        request ->
            request
                .logGroupName(group)
                .logStreamName(stream)
                .logEvents(
                    InputLogEvent.builder()
                        .message(line)
                        .timestamp(Instant.now().toEpochMilli())
                        .build()));
  }

  private <C, B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(B builder) {
    return builder
        .region(Region.EU_WEST_2)
        .endpointOverride(gate.endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }
}
