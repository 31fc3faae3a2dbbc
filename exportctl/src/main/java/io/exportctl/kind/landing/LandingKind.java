package io.exportctl.kind.landing;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.AdministratorRole;
import io.exportctl.kind.EachRole;
import io.exportctl.kind.Kind;
import io.exportctl.kind.PlatformSection;
import io.exportctl.kind.SsoRole;
import io.exportctl.kind.UserAccess;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.workspace.Artifact;
import java.util.List;
import java.util.Optional;

/** The kind that takes in a service's database every night. */
public final class LandingKind implements Kind {

  private static final List<FileRule> FILE_RULES =
      List.of(
          new NoWriter(),
          new EnvironmentMismatch(),
          new EachRole(
              "put_arns",
              List.of(
                  new AdministratorRole(
                      "ask the service for a role that was made for its extractor"),
                  new SsoRole("the service"))));

  @Override
  public DatasetKind id() {
    return DatasetKind.LANDING;
  }

  @Override
  public Dataset read(Fields valid) {
    return LandingDataset.from(valid);
  }

  /**
   * Adds the limit of <a
   * href="https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/">Kubernetes</a>: 52
   * characters for a CronJob.
   */
  @Override
  public List<AwsName> awsNames(String name, Platform platform) {
    return List.of(
        new AwsName("role", LandingNames.function(name), 64),
        new AwsName("queue", LandingNames.deadLetters(name), 80),
        new AwsName("hourly schedule", LandingNames.queue(name), 64),
        new AwsName("job", LandingNames.job(name), 52));
  }

  @Override
  public String removal(String name, Platform platform) {
    return "the next apply takes the access away and deletes its function, queues and databases;"
        + " the files stay";
  }

  @Override
  public String closure(String name, Platform platform) {
    return "its tables stay as they are, and nobody may query them; the service's job may put nothing,"
        + " so ask the service to suspend it";
  }

  @Override
  public List<FileRule> fileRules() {
    return FILE_RULES;
  }

  @Override
  public List<WorkspaceRule> workspaceRules() {
    return List.of(new CatalogueClash(), new LandingBuckets());
  }

  @Override
  public List<String> databases(String name) {
    return List.of(name, LandingNames.history(name));
  }

  @Override
  public List<String> partnerKeys() {
    return List.of("put_arns");
  }

  @Override
  public Optional<UserAccess> userAccess() {
    return Optional.of(new LandingAccess());
  }

  @Override
  public List<String> rolePrefixes() {
    return List.of("landing_");
  }

  /** Returns the loader. */
  @Override
  public Optional<Artifact> program() {
    return Optional.of(
        new Artifact(
            "landing-loader.zip",
            "the function that loads extractions",
            "workloads/landing/loader",
            false));
  }

  @Override
  public Optional<PlatformSection> platformSection() {
    return Optional.of(new LandingSection());
  }
}
