package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.Kinds;
import io.exportctl.kind.NamedUser;
import io.exportctl.kind.UserPolicySize;
import io.exportctl.kind.pull.BucketPolicySize;
import io.exportctl.kind.pull.PullDataset;
import io.exportctl.rule.FileValues;
import io.exportctl.support.Command;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.Terraform;
import io.exportctl.support.Tools;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Compares the policy sizes of {@code validate} with the documents that Terraform plans for {@code
 * src/test/resources/policies}. Needs only terraform, no emulator.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class PolicySizeIT {

  private static final String TESTS = "sizes.tftest.hcl";
  private static final Pattern WITH_FUNCTION =
      Pattern.compile("(platform_)?(push|landing|collection|source)(_.*)?\\.tf");

  private Path scratch;
  private Workspace workspace;

  /** The planned policies by the addresses of their resources. */
  private final Map<String, String> policies = new TreeMap<>();

  @BeforeAll
  void plan() throws IOException {
    Tools.require("terraform");
    scratch = Files.createTempDirectory("policies");
    Folders.copy(Goldens.resources().resolve("policies/datasets"), scratch.resolve("datasets"));
    workspace = Workspace.find(scratch);
    Cli.Result rendered = Cli.in(scratch).run("render");
    assertThat(rendered.status()).as(rendered.out() + rendered.err()).isZero();
    Path root = workspace.terraform();
    // Only users and pull datasets, so that no function or zip is planned.
    for (Path file : Folders.files(root).keySet().stream().map(root::resolve).toList()) {
      if (WITH_FUNCTION.matcher(file.getFileName().toString()).matches()) {
        Files.delete(file);
      }
    }
    Files.copy(Goldens.resources().resolve("policies").resolve(TESTS), root.resolve(TESTS));
    Terraform terraform = Terraform.in(root);
    terraform.run("init", "-backend=false", "-no-color").orFail();
    Command.Result result = terraform.run("test", "-json", "-verbose");
    assertThat(result.status()).as(result.out().lines().limit(20).toList().toString()).isZero();
    result
        .out()
        .lines()
        .filter(line -> line.contains("\"type\":\"test_plan\""))
        .map(line -> new JSONObject(line).getJSONObject("test_plan"))
        .forEach(this::addPolicies);
  }

  private void addPolicies(JSONObject plan) {
    StreamSupport.stream(plan.getJSONArray("resource_changes").spliterator(), false)
        .map(JSONObject.class::cast)
        .filter(resource -> resource.getString("type").endsWith("_policy"))
        .forEach(
            resource ->
                policies.put(
                    resource.getString("address"),
                    resource.getJSONObject("change").getJSONObject("after").getString("policy")));
  }

  @AfterAll
  void clean() {
    if (scratch != null) {
      Folders.deleteAll(scratch);
    }
  }

  /** Covers users with one dataset of each kind, several of each, and only one kind. */
  @Test
  void computesTheSizeOfEachUsersPolicy() {
    Platform platform = platform();
    Map<String, UserPolicySize> sizes = new TreeMap<>();
    for (DatasetFile file : workspace.read().datasets()) {
      FileValues values = new FileValues(file, Set.of());
      for (NamedUser named : Kinds.of(file.kind()).namedUsers(values)) {
        sizes
            .computeIfAbsent(named.user().text(), first -> new UserPolicySize(platform))
            .add(UserPolicySize.Share.of(file.kind(), named.name(), platform).orElseThrow());
      }
    }

    assertThat(sizes).hasSize(7);
    sizes.forEach(
        (user, size) ->
            assertThat(policy("module.users.aws_iam_role_policy.hub_exports[\"" + user + "\"]"))
                .as(user)
                .hasSize(size.characters()));
  }

  /** Covers roles of our account and others, one and several of each, with read or write access. */
  @Test
  void computesTheSizeOfEachBucketsPolicy() {
    Platform platform = platform();
    List<PullDataset> pulled =
        datasets().stream()
            .filter(PullDataset.class::isInstance)
            .map(PullDataset.class::cast)
            .toList();

    assertThat(pulled).hasSize(4);
    for (PullDataset dataset : pulled) {
      String bucket = "module.pull_" + dataset.name() + ".module.bucket";
      assertThat(policy(bucket + ".aws_s3_bucket_policy.this"))
          .as(dataset.name())
          .hasSize(
              BucketPolicySize.of(
                  dataset.handoverBucket(platform),
                  dataset.pullArns(),
                  dataset.allowPush(),
                  platform));
    }
  }

  private String policy(String address) {
    assertThat(policies).containsKey(address);
    return policies.get(address);
  }

  private Platform platform() {
    return Platform.read(workspace.read().platform());
  }

  private List<Dataset> datasets() {
    return workspace.read().datasets().stream().map(Kinds::read).toList();
  }
}
