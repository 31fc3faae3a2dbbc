package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.kind.Kinds;
import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.MotoServer;
import io.exportctl.support.Terraform;
import io.exportctl.workspace.Artifact;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONObject;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A workspace of {@code src/test/resources}, rendered by the tool and applied by the real terraform
 * to an emulator of AWS, with the state in a bucket there.
 */
final class Deployment implements AutoCloseable {

  static final String EXPORT_BUCKET = "e2e-hub-exports";
  static final String MOVED_TO = "receiver-arrivals";
  static final String COPIED_TO = "receiver-kept";

  /** Resource types that the emulator returns incompletely or in another form. */
  static final Set<String> DIFFERENCES_OF_EMULATOR =
      Set.of(
          "aws_lambda_function.dead_letter_config",
          "aws_s3_bucket_notification.eventbridge",
          "aws_sqs_queue.redrive_policy");

  /** The provider waits for a new application of EMR Serverless to be created, not started. */
  private static final String CREATED_APPLICATIONS =
      """
      import moto.emrserverless.models
      moto.emrserverless.models.APPLICATION_STATUS = "CREATED"
      """;

  private static final Path ZIP =
      ExampleWorkspace.REPOSITORY.resolve("lambda/target/export-lambda.zip");

  final S3Client s3;
  final SqsClient sqs;
  final IamClient iam;

  private final MotoServer moto;
  private final Path root;
  private final Terraform terraform;

  private Deployment(MotoServer moto, Path root, Terraform terraform) {
    this.moto = moto;
    this.root = root;
    this.terraform = terraform;
    this.s3 = client(moto, S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()));
    this.sqs =
        client(moto, SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()));
    this.iam =
        client(moto, IamClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()));
  }

  /**
   * Starts the emulator and creates the existing resources: receivers' buckets and users' roles.
   *
   * @param root an empty folder
   * @param workspace the folder of the datasets
   */
  static Deployment start(Path root, String workspace) throws IOException {
    assertThat(ZIP).as("built by the module lambda: mvn package").exists();
    Path datasets = Goldens.resources().resolve(workspace).resolve("datasets");
    Folders.copy(datasets, root.resolve("datasets"));
    Path folder = Files.createDirectory(root.resolve("terraform"));
    MotoServer moto = MotoServer.start(root.resolve("moto.log"), CREATED_APPLICATIONS);
    Deployment deployment =
        new Deployment(moto, root, Terraform.in(folder).with(environment(moto)));
    for (String bucket : List.of("state", MOVED_TO, COPIED_TO)) {
      deployment.s3.createBucket(
          request ->
              request
                  .bucket(bucket)
                  .createBucketConfiguration(location -> location.locationConstraint("eu-west-2")));
    }
    for (String role : List.of("alpha_user_one", "alpha_user_two", "our-reader")) {
      deployment.iam.createRole(request -> request.roleName(role).assumeRolePolicyDocument("{}"));
    }
    return deployment;
  }

  /** Returns the workspace's folder. */
  Path datasets() {
    return root.resolve("datasets");
  }

  /** Renders the workspace, as CI does. */
  void render() throws IOException {
    Cli.Result rendered = Cli.in(root).run("render");
    assertThat(rendered.status()).as(rendered.out() + rendered.err()).isZero();
    overrideForEmulator();
  }

  /** Writes the override files for the emulator beside the rendered files. */
  void overrideForEmulator() throws IOException {
    Map<String, String> overrides = overrides();
    for (String path : overrides.keySet()) {
      Path file = root.resolve("terraform").resolve(path);
      // A former version lacks the modules of later kinds.
      if (Files.isDirectory(file.getParent())) {
        Files.writeString(file, overrides.get(path));
      }
    }
    for (Path each : roots()) {
      Files.writeString(each.resolve("moto_override.tf"), overrides.get("moto_override.tf"));
    }
  }

  /** Returns the root modules other than the platform's, sorted. */
  List<Path> roots() throws IOException {
    Path roots = root.resolve("terraform/roots");
    if (Files.notExists(roots)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(roots)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  void init() {
    init(terraform);
  }

  /** Makes a root module keep its state in the bucket. */
  static void init(Terraform terraform) {
    terraform
        .run(
            "init",
            "-no-color",
            "-backend-config=bucket=state",
            "-backend-config=region=eu-west-2",
            "-backend-config=use_path_style=true")
        .orFail();
  }

  /** Creates a bucket in another account; bucket names are shared by all accounts. */
  void createBucketOfOtherAccount(String name) {
    s3.createBucket(
        request ->
            request
                .bucket(name)
                .createBucketConfiguration(location -> location.locationConstraint("eu-west-2"))
                .overrideConfiguration(
                    call -> call.putHeader("x-moto-account-id", "999999999999")));
  }

  Command.Result apply() {
    return terraform.run("apply", "-auto-approve", "-no-color");
  }

  /** Applies with another zip of the mover. */
  Command.Result apply(Path mover) {
    return terraform.run(
        "apply", "-auto-approve", "-no-color", "-var=artifacts=" + artifacts(mover));
  }

  /**
   * Applies with the mover in place of the programs of all kinds, which the emulator never runs.
   */
  Command.Result applyWithStandIns() {
    return terraform.run(
        "apply", "-auto-approve", "-no-color", "-var=artifacts=" + artifactsForPlan());
  }

  /** Returns the plan of the next apply. */
  Plan plan() {
    return plan(terraform);
  }

  /** Returns the plan of any root module. */
  static Plan plan(Terraform terraform) {
    terraform.run("plan", "-no-color", "-out=next.tfplan").orFail();
    return plan(terraform, "next.tfplan");
  }

  /**
   * Returns the resources that the next apply of a root module would change, with the action; reads
   * the <a
   * href="https://developer.hashicorp.com/terraform/internals/machine-readable-ui#planned-change">messages</a>
   * of the plan, which takes half the time of reading the plan itself.
   *
   * @param unsettled resource types that every plan updates because of the emulator
   */
  static List<String> touched(Terraform terraform, Set<String> unsettled) {
    return terraform
        .run("plan", "-json")
        .orFail()
        .lines()
        .map(JSONObject::new)
        .filter(message -> message.getString("type").equals("planned_change"))
        .map(message -> message.getJSONObject("change"))
        .filter(
            change ->
                !change.getString("action").equals("update")
                    || !unsettled.contains(
                        change.getJSONObject("resource").getString("resource_type")))
        .map(
            change ->
                change.getJSONObject("resource").getString("addr") + ": " + change.get("action"))
        .toList();
  }

  /** Returns a saved plan. */
  Plan plan(String file) {
    return plan(terraform, file);
  }

  private static Plan plan(Terraform terraform, String file) {
    return new Plan(new JSONObject(terraform.run("show", "-json", file).orFail()));
  }

  /** Returns Terraform in another root module. */
  Terraform in(Path folder) {
    return Terraform.in(folder).with(environment());
  }

  /** Returns the state for {@link State}. */
  JSONObject state() {
    return state(terraform);
  }

  /** Returns the state of any root module. */
  static JSONObject state(Terraform terraform) {
    return new JSONObject(terraform.run("state", "pull").orFail());
  }

  /** Returns the value of an output for each dataset. */
  Map<String, Object> output(String name) {
    return state().getJSONObject("outputs").getJSONObject(name).getJSONObject("value").toMap();
  }

  /** Returns the environment for programs to use the emulator and for Terraform to find the zip. */
  Map<String, String> environment() {
    return environment(moto);
  }

  private static Map<String, String> environment(MotoServer moto) {
    Map<String, String> environment = new TreeMap<>(moto.environment());
    environment.put("TF_VAR_artifacts", builtArtifacts());
    return environment;
  }

  /** Returns the address of the emulator. */
  URI endpoint() {
    return moto.endpoint();
  }

  Path folder() {
    return root;
  }

  static Path zip() {
    return ZIP;
  }

  /** Returns a value of the variable {@code artifacts} with the programs that are built already. */
  private static String builtArtifacts() {
    return artifacts(
        programs()
            .map(
                program ->
                    ExampleWorkspace.REPOSITORY.resolve(
                        program.module() + "/target/" + program.name()))
            .filter(Files::exists)
            .collect(Collectors.toMap(path -> path.getFileName().toString(), path -> path)));
  }

  /**
   * Returns a value of the variable {@code artifacts} for a plan, which reads nothing but the sums
   * of the files: the mover stands in for the programs of all kinds.
   */
  static String artifactsForPlan() {
    return artifacts(programs().collect(Collectors.toMap(Artifact::name, program -> zip())));
  }

  /** Returns a value of the variable {@code artifacts} with another path of the mover. */
  static String artifacts(Path mover) {
    return artifacts(Map.of("export-lambda.zip", mover));
  }

  private static String artifacts(Map<String, Path> paths) {
    JSONObject texts = new JSONObject();
    paths.forEach((name, path) -> texts.put(name, path.toString()));
    return texts.toString();
  }

  private static Stream<Artifact> programs() {
    return Kinds.all().stream().flatMap(kind -> kind.program().stream());
  }

  @Override
  public void close() {
    moto.close();
  }

  /**
   * Overrides for the emulator. It answers 403 to every request if a bucket's policy has a
   * condition ({@link PolicySimulation} evaluates the real document), and never returns a queue's
   * redrive_allow_policy or a lifecycle, for which the provider would wait in vain (55 seconds for
   * a lifecycle).
   */
  private static Map<String, String> overrides() {
    return Map.of(
        "moto_override.tf",
        """
        provider "aws" {
          s3_use_path_style = true
        }
        """,
        "modules/bucket/moto_override.tf",
        """
        resource "aws_s3_bucket_policy" "this" {
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Sid       = "Moto"
              Effect    = "Allow"
              Principal = "*"
              Action    = "s3:GetBucketLocation"
              Resource  = local.arn
            }]
          })
        }

        resource "aws_s3_bucket_lifecycle_configuration" "this" {
          count = 0
        }
        """,
        "modules/push/moto_override.tf",
        deadLetterOverride(),
        "modules/landing/moto_override.tf",
        deadLetterOverride());
  }

  private static String deadLetterOverride() {
    return """
        resource "aws_sqs_queue" "dead_letter" {
          redrive_allow_policy = null
        }
        """;
  }

  private static <B extends AwsClientBuilder<B, C>, C> C client(MotoServer moto, B builder) {
    return builder
        .region(Region.EU_WEST_2)
        .endpointOverride(moto.endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }
}
