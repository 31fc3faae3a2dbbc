package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.UserPolicySize;
import io.exportctl.kind.pull.BucketPolicySize;
import io.exportctl.support.Command;
import io.exportctl.support.Folders;
import io.exportctl.support.Tools;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Tests the way from YAML to a delivered file. The workspace is rendered and applied by terraform
 * to an emulator of AWS; a plain S3 client writes files, rule and queue carry the events to the
 * deployed function, and the files arrive at the target.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@Order(3)
class EndToEndIT {

  /** Keys that software often mishandles; S3 accepts all of them. */
  private static final List<String> ODD_KEYS =
      List.of(
          "plain.csv",
          "with space.csv",
          "plus+and%2Bpercent%.csv",
          "ünïcode-日本-😀.csv",
          "a//b/../c.csv",
          "quote\"'&<>;#?=.csv",
          "folder/",
          "x".repeat(1000) + ".csv");

  private static final String ZIP = "module.push_platform.module.mover.aws_s3_object.this";

  /** Lock for tests that apply, or that send files: there is one state, and one queue a dataset. */
  private static final String DEPLOYMENT = "the deployment";

  private Path root;
  private Deployment deployment;
  private Command.Result applied;
  private Plan secondPlan;
  private JSONObject state;

  @BeforeAll
  void deploy() throws IOException {
    Tools.require("terraform", "moto_server");
    root = Files.createTempDirectory("e2e");
    deployment = Deployment.start(root, "e2e");
    deployment.render();
    deployment.init();
    applied = deployment.apply();
    applied.orFail();
    secondPlan = deployment.plan();
    state = deployment.state();
  }

  @AfterAll
  void stop() {
    if (deployment != null) {
      deployment.close();
    }
    if (root != null) {
      Folders.deleteAll(root);
    }
  }

  @Test
  void warnsOfUserWithoutRoleAndDeploysTheOthers() {
    assertThat(applied.out())
        .contains("No role, so no access, for: alpha_user_without_role.")
        .contains("Apply complete!");
    assertThat(resources("aws_iam_role_policy"))
        .contains("module.users.aws_iam_role_policy.hub_exports[\"alpha_user_one\"]")
        .noneMatch(address -> address.contains("alpha_user_without_role"));
  }

  @Test
  void plansNoChangesAfterApply() {
    assertThat(secondPlan.differences()).isEqualTo(Deployment.DIFFERENCES_OF_EMULATOR);
  }

  @Test
  @ResourceLock(DEPLOYMENT)
  void outputsRolesAndBuckets() {
    assertThat(deployment.output("push_role_arns"))
        .containsEntry(
            "arrivals", "arn:aws:iam::123456789012:role/service-role/export_arrivals-move")
        .containsEntry(
            "arrivals_kept",
            "arn:aws:iam::123456789012:role/service-role/export_arrivals_kept-copy");
    assertThat(deployment.output("pull_buckets")).containsEntry("dashboard", "e2e-dashboard");
  }

  @Test
  void tagsWhatItCreates() {
    JSONObject queue = State.values(state, "module.push[\"arrivals\"].aws_sqs_queue.queue");

    assertThat(queue.getJSONObject("tags_all").toMap())
        .isEqualTo(Map.of("owner", "Grüße: data@example.org"));
    // S3 takes 10 tags for an object; a platform may have 45.
    assertThat(State.values(state, ZIP).optJSONObject("tags_all", new JSONObject()).toMap())
        .isEmpty();
  }

  /** Compares the policy sizes of {@code validate} with the documents that terraform made. */
  @Test
  void computesPolicySizes() {
    Platform platform = Platform.read(Workspace.find(root).read().platform());
    String users = "module.users.aws_iam_role_policy.hub_exports";
    assertThat(State.values(state, users + "[\"alpha_user_one\"]").getString("policy"))
        .hasSize(
            sizeOfUserPolicy(
                platform,
                new DatasetId(DatasetKind.PUSH, "arrivals"),
                new DatasetId(DatasetKind.PULL, "dashboard")));
    assertThat(State.values(state, users + "[\"alpha_user_two\"]").getString("policy"))
        .hasSize(
            sizeOfUserPolicy(
                platform,
                new DatasetId(DatasetKind.PUSH, "arrivals_kept"),
                new DatasetId(DatasetKind.PULL, "exchange"),
                new DatasetId(DatasetKind.PULL, "retired")));
    assertThat(bucketPolicy("dashboard"))
        .hasSize(
            BucketPolicySize.of(
                "e2e-dashboard",
                List.of(
                    "arn:aws:iam::210987654321:role/dashboard-reader",
                    "arn:aws:iam::210987654321:role/with/path/second-reader",
                    "arn:aws:iam::123456789012:role/our-reader"),
                false,
                platform));
    assertThat(bucketPolicy("exchange"))
        .hasSize(
            BucketPolicySize.of(
                "e2e-exchange",
                List.of("arn:aws:iam::345678901234:role/exchange-writer"),
                true,
                platform));
  }

  @TestFactory
  Stream<DynamicTest> letsEachDoNoMoreThanTheyMay() {
    return PolicySimulation.tests(state, "e2e/policies");
  }

  @Test
  @ResourceLock(DEPLOYMENT)
  void movesFilesWithBytesMetadataAndTags() throws IOException {
    for (String key : ODD_KEYS) {
      put("arrivals/" + key);
    }

    DeployedFunction function = DeployedFunction.find(deployment, state, "push", "arrivals");
    int received = function.drain();

    assertThat(received).isEqualTo(ODD_KEYS.size());
    assertThat(keys(Deployment.EXPORT_BUCKET, "arrivals/")).isEmpty();
    assertThat(keys(Deployment.MOVED_TO, ""))
        .containsAll(ODD_KEYS.stream().map("arrivals/"::concat).toList());
    for (String key : ODD_KEYS) {
      assertArrived(Deployment.MOVED_TO, "arrivals/" + key);
    }
    assertThat(function.drain()).isZero();
  }

  @Test
  @ResourceLock(DEPLOYMENT)
  void copiesFilesThatAreKept() throws IOException {
    for (String key : ODD_KEYS) {
      put("arrivals_kept/" + key);
    }
    List<String> keys = ODD_KEYS.stream().map("arrivals_kept/"::concat).toList();

    DeployedFunction.find(deployment, state, "push", "arrivals_kept").drain();

    assertThat(keys(Deployment.COPIED_TO, "")).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(keys(Deployment.EXPORT_BUCKET, "arrivals_kept/"))
        .containsExactlyInAnyOrderElementsOf(keys);
    for (String key : keys) {
      assertArrived(Deployment.COPIED_TO, key);
      HeadObjectResponse head =
          deployment.s3.headObject(request -> request.bucket(Deployment.COPIED_TO).key(key));
      assertThat(head.ssekmsKeyId())
          .isEqualTo("arn:aws:kms:eu-west-2:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    }
  }

  /** Sends a message for files of any age, as the emulator cannot make a file half an hour old. */
  @Test
  @ResourceLock(DEPLOYMENT)
  void movesFileWithLostEvent() throws IOException {
    DeployedFunction function = DeployedFunction.find(deployment, state, "push", "arrivals");
    put("arrivals/lost.csv");
    assertThat(function.lose()).isEqualTo(1);

    function.sweep(message -> message);
    assertThat(function.drain()).as("messages of a sweep that finds nothing old").isEqualTo(1);
    assertThat(keys(Deployment.EXPORT_BUCKET, "arrivals/")).containsExactly("arrivals/lost.csv");

    function.sweep(message -> message.replace("{}", "{\"minutes\":0}"));
    assertThat(function.drain()).as("messages of a sweep and its hint").isEqualTo(2);
    assertThat(keys(Deployment.EXPORT_BUCKET, "arrivals/")).isEmpty();
    assertArrived(Deployment.MOVED_TO, "arrivals/lost.csv");
  }

  @Test
  @ResourceLock(DEPLOYMENT)
  void movesFileOfDeadLetter() throws IOException {
    DeployedFunction function = DeployedFunction.find(deployment, state, "push", "arrivals");
    String key = "arrivals/archived.csv";
    // Without tags: unlike S3, the emulator does not return the tags of an archived file.
    put(key, request -> request.storageClass("GLACIER").tagging((String) null));

    function.drain();

    assertThat(keys(Deployment.MOVED_TO, key)).isEmpty();
    deployment.s3.restoreObject(
        request ->
            request
                .bucket(Deployment.EXPORT_BUCKET)
                .key(key)
                .restoreRequest(restore -> restore.days(1)));
    assertThat(function.redrive())
        .containsExactly("the file is archived and must be restored first");
    assertThat(function.drain()).isEqualTo(1);
    assertThat(keys(Deployment.MOVED_TO, key)).containsExactly(key);
    assertThat(keys(Deployment.EXPORT_BUCKET, key)).isEmpty();
  }

  @Test
  @ResourceLock(DEPLOYMENT)
  void ignoresFilesOutsideTheDatasets() throws IOException {
    put("unknown/file.csv");
    put("arrival/file.csv");
    put("file.csv");

    DeployedFunction.find(deployment, state, "push", "arrivals").drain();
    DeployedFunction.find(deployment, state, "push", "arrivals_kept").drain();

    assertThat(keys(Deployment.EXPORT_BUCKET, ""))
        .contains("unknown/file.csv", "arrival/file.csv", "file.csv");
    assertThat(
            Stream.of(Deployment.MOVED_TO, Deployment.COPIED_TO)
                .flatMap(bucket -> keys(bucket, "").stream()))
        .allMatch(key -> key.startsWith("arrivals/") || key.startsWith("arrivals_kept/"));
  }

  /** Everything else that changed in the same apply is deployed, whatever depends on it. */
  @Test
  @ResourceLock(DEPLOYMENT)
  void neverDeletesBucketWithFiles() throws IOException {
    Path datasets = deployment.datasets();
    Map<String, String> before = Folders.files(datasets);
    deployment.s3.putObject(
        request -> request.bucket("e2e-retired").key("still/needed.csv"),
        RequestBody.fromString("data"));
    Files.delete(datasets.resolve("pull/retired.yaml"));
    replace(datasets.resolve("platform.yaml"), "tags:", "tags:\n  changed: everywhere");
    replace(datasets.resolve("push/arrivals_kept.yaml"), "keep_files: true", "keep_files: false");
    deployment.render();

    Command.Result removed = deployment.apply(otherZip());

    assertThat(removed.status()).isEqualTo(1);
    assertThat(removed.err())
        .containsOnlyOnce("Error: ")
        .contains("Error: deleting S3 Bucket (e2e-retired): ")
        .contains("BucketNotEmpty");
    assertThat(keys("e2e-retired", "")).containsExactly("still/needed.csv");
    JSONObject after = deployment.state();
    assertThat(State.values(after, ZIP).getString("source_hash"))
        .isNotEqualTo(State.values(state, ZIP).getString("source_hash"));
    assertThat(tagsOfOthers("module.pull_retired.", after))
        .hasSameSizeAs(tagsOfOthers("module.pull_retired.", state))
        .allMatch(tags -> tags.has("changed"));
    String function = "module.push[\"arrivals_kept\"].aws_lambda_function.function";
    assertThat(State.values(after, function))
        .returns("export_arrivals_kept-move", found -> found.getString("function_name"))
        .returns(
            State.values(after, ZIP).getString("version_id"),
            found -> found.getString("s3_object_version"));

    for (String path : before.keySet()) {
      Files.writeString(datasets.resolve(path), before.get(path));
    }
    deployment.render();
    Command.Result restored = deployment.apply();

    assertThat(restored.orFail()).contains("Apply complete!");
    assertThat(keys("e2e-retired", "")).containsExactly("still/needed.csv");
  }

  /** Checks that the resources of one bucket do not depend on another bucket. */
  @Test
  @ResourceLock(DEPLOYMENT)
  void protectsNewBucketIfAnotherNameIsTaken() throws IOException {
    deployment.createBucketOfOtherAccount("e2e-taken");
    Path pull = deployment.datasets().resolve("pull");
    String yaml = Files.readString(pull.resolve("exchange.yaml"));
    List<String> added = List.of("beside", "taken");
    try {
      for (String name : added) {
        Files.writeString(pull.resolve(name + ".yaml"), yaml.replace("exchange", name));
      }
      deployment.render();
      deployment.init();

      Command.Result refused = deployment.apply();

      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err())
          .containsOnlyOnce("Error: ")
          .contains("Error: creating S3 Bucket (e2e-taken): ")
          .contains("BucketAlreadyExists");
      JSONObject after = deployment.state();
      assertThat(typesIn("module.pull_beside.", after))
          .isEqualTo(typesIn("module.pull_exchange.", state))
          .contains("aws_s3_bucket_public_access_block", "aws_s3_bucket_policy");
      assertThat(typesIn("module.pull_taken.", after)).doesNotContain("aws_s3_bucket");
    } finally {
      for (String name : added) {
        Files.deleteIfExists(pull.resolve(name + ".yaml"));
      }
      deployment.render();
      deployment.apply().orFail();
    }
  }

  private static int sizeOfUserPolicy(Platform platform, DatasetId... datasets) {
    UserPolicySize size = new UserPolicySize(platform);
    for (DatasetId dataset : datasets) {
      size.add(UserPolicySize.Share.of(dataset.kind(), dataset.name(), platform).orElseThrow());
    }
    return size.characters();
  }

  private String bucketPolicy(String dataset) {
    String address = "module.pull_%s.module.bucket.data.aws_iam_policy_document.this";
    return State.values(state, address.formatted(dataset)).getString("minified_json");
  }

  private void put(String key) {
    put(key, request -> {});
  }

  private void put(String key, Consumer<PutObjectRequest.Builder> more) {
    deployment.s3.putObject(
        request ->
            request
                .bucket(Deployment.EXPORT_BUCKET)
                .key(key)
                .contentType("text/csv")
                .metadata(Map.of("origin", "nightly run"))
                .tagging("classification=official&owner=one%20two")
                .applyMutation(more),
        RequestBody.fromBytes(bytes(key)));
  }

  private void assertArrived(String bucket, String key) throws IOException {
    try (var object = deployment.s3.getObject(request -> request.bucket(bucket).key(key))) {
      GetObjectResponse response = object.response();
      assertThat(object.readAllBytes()).isEqualTo(bytes(key));
      assertThat(response.contentType()).isEqualTo("text/csv");
      assertThat(response.metadata()).isEqualTo(Map.of("origin", "nightly run"));
    }
    assertThat(
            deployment
                .s3
                .getObjectTagging(request -> request.bucket(bucket).key(key))
                .tagSet()
                .stream()
                .map(Tag::toString))
        .containsExactlyInAnyOrder(
            Tag.builder().key("classification").value("official").build().toString(),
            Tag.builder().key("owner").value("one two").build().toString());
  }

  private List<String> keys(String bucket, String prefix) {
    return deployment
        .s3
        .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  private static byte[] bytes(String key) {
    return ("id,name\n1," + key + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the tags of all resources that bear any, except for those of one module. */
  private static List<JSONObject> tagsOfOthers(String module, JSONObject state) {
    return State.resources(state)
        .filter(resource -> resource.getString("mode").equals("managed"))
        .filter(resource -> !resource.getString("address").startsWith(module))
        .map(resource -> resource.getJSONObject("values").optJSONObject("tags_all"))
        .filter(tags -> tags != null && !tags.isEmpty())
        .toList();
  }

  private static void replace(Path file, String text, String replacement) throws IOException {
    String before = Files.readString(file);
    assertThat(before).containsOnlyOnce(text);
    Files.writeString(file, before.replace(text, replacement));
  }

  /** Writes a zip that differs from the mover's. */
  private Path otherZip() throws IOException {
    Path path = root.resolve("other.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(new ZipEntry("other"));
    }
    return path;
  }

  private static Set<String> typesIn(String module, JSONObject state) {
    return State.resources(state)
        .filter(resource -> resource.getString("address").startsWith(module))
        .map(resource -> resource.getString("type"))
        .collect(Collectors.toSet());
  }

  private List<String> resources(String type) {
    return State.resources(state)
        .filter(resource -> resource.getString("type").equals(type))
        .map(resource -> resource.getString("address"))
        .toList();
  }
}
