package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.support.Folders;
import io.exportctl.support.Terraform;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Takes a deployed dataset of each kind through its states, from active to suspended, retired and
 * active again: each plan changes what lets data and people in, and destroys no bucket, no queue
 * and no key. The data store's network, database and service are left out.
 */
@Execution(ExecutionMode.CONCURRENT)
class LifeIT {

  /** All that closing a dataset takes away. It holds no data, and comes back. */
  private static final Set<String> TAKEN_AWAY =
      Set.of(
          "module.landing[\"notes_prod\"].aws_iam_role_policy.extractor[0]",
          "module.source[\"trade_remedies\"].aws_s3_object.config[0]",
          "module.users.aws_iam_role_policy.hub_exports[\"alpha_user_one\"]");

  /** Types that every plan updates because of the emulator. */
  private static final Set<String> UNSETTLED =
      Set.of(
          "aws_emrserverless_application",
          "aws_lambda_function",
          "aws_s3_bucket_notification",
          "aws_sqs_queue");

  /** Stands for the parts of the data store that datasets need. */
  private static final String STORE =
      """
      resource "aws_iam_role" "task" {
        name               = "exportctl-store"
        assume_role_policy = "{}"
      }

      output "bucket" {
        value = module.bucket.name
      }

      output "task_role_name" {
        value = aws_iam_role.task.name
      }

      output "address" {
        value = ""
      }
      """;

  private Path root;

  @BeforeEach
  void createFolder() throws IOException {
    Tools.require("terraform", "moto_server");
    root = Files.createTempDirectory("life");
  }

  @AfterEach
  void deleteFolder() {
    if (root != null) {
      Folders.deleteAll(root);
    }
  }

  @Test
  void destroysNoDataByAChangeOfState() throws IOException {
    try (Deployment deployment = Deployment.start(root, "render/life")) {
      Terraform terraform = deployment.in(root.resolve("terraform"));
      set(deployment, "active");
      deployment.init();
      apply(terraform);

      set(deployment, "suspended");
      List<String> closing = touched(terraform);
      assertThat(destroyed(closing)).isEqualTo(new TreeSet<>(TAKEN_AWAY));
      assertThat(closing)
          .contains(
              "module.push[\"arrivals\"].aws_lambda_event_source_mapping.queue: update",
              "module.push[\"arrivals\"].aws_scheduler_schedule.sweep: update",
              "module.landing[\"notes_prod\"].aws_lambda_event_source_mapping.queue: update",
              "module.landing[\"notes_prod\"].aws_scheduler_schedule.sweep: update",
              "module.collection[\"claims\"].aws_scheduler_schedule.run: update",
              "module.collection[\"claims\"].aws_scheduler_schedule.maintain: update");
      apply(terraform);

      set(deployment, "retired");
      assertThat(touched(terraform)).isEmpty();

      set(deployment, "active");
      List<String> opening = touched(terraform);
      assertThat(destroyed(opening)).isEmpty();
      assertThat(opening)
          .containsAll(TAKEN_AWAY.stream().map(address -> address + ": create").toList());
    }
  }

  private static void apply(Terraform terraform) {
    terraform
        .run(
            "apply",
            "-auto-approve",
            "-no-color",
            "-var=artifacts=" + Deployment.artifactsForPlan())
        .orFail();
  }

  private static List<String> touched(Terraform terraform) {
    terraform
        .run(
            "plan",
            "-no-color",
            "-out=next.tfplan",
            "-var=artifacts=" + Deployment.artifactsForPlan())
        .orFail();
    return new Plan(new JSONObject(terraform.run("show", "-json", "next.tfplan").orFail()))
        .touched(UNSETTLED);
  }

  private static Set<String> destroyed(List<String> touched) {
    Set<String> destroyed = new TreeSet<>();
    touched.stream()
        .filter(change -> change.contains(": ") && change.contains("delete"))
        .forEach(change -> destroyed.add(change.substring(0, change.lastIndexOf(": "))));
    return destroyed;
  }

  /** Gives every deployed dataset a state, of which there is one of each kind at least. */
  private void set(Deployment deployment, String state) throws IOException {
    Set<String> kinds = new TreeSet<>();
    try (Stream<Path> files = Files.walk(deployment.datasets())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String text = Files.readString(file);
        String kind = file.getParent().getFileName().toString();
        if (!kind.equals("datasets") && !text.contains("state: draft")) {
          kinds.add(kind);
          Files.writeString(
              file,
              text.replaceAll("(?m)^(state|renamed_from):.*\n", "")
                      .replace("alpha_user_bo", "alpha_user_one")
                  + "state: "
                  + state
                  + "\n");
        }
      }
    }
    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(DatasetKind.values()).map(DatasetKind::id).toList());
    Cli.Result rendered = Cli.in(root).run("render");
    assertThat(rendered.status()).as(rendered.out() + rendered.err()).isZero();
    deployment.overrideForEmulator();
    Path store = root.resolve("terraform/modules/source_platform");
    for (String name : Folders.names(store, ".tf")) {
      if (!List.of("variables", "versions", "bucket").contains(name)) {
        Files.delete(store.resolve(name + ".tf"));
      }
    }
    Files.writeString(store.resolve("store.tf"), STORE);
  }
}
