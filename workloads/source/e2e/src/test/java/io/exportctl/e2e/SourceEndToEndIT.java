package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.Folders;
import io.exportctl.support.Tools;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Sources from their YAML to the API. The real terraform deploys them to the emulator of AWS; the
 * data store starts as a process with the environment of the deployed task, and reads the config
 * objects that Terraform wrote. In place of RDS there is a real PostgreSQL, which takes a password.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SourceEndToEndIT {

  private static final String PLATFORM = "module.source_platform.";

  /** Resource types that the emulator returns incompletely or in another form. */
  private static final List<String> DIFFERENCES_OF_EMULATOR =
      List.of(
          "aws_ecs_service.availability_zone_rebalancing",
          "aws_ecs_service.health_check_grace_period_seconds",
          "aws_vpc_security_group_egress_rule.description",
          "aws_vpc_security_group_ingress_rule.description");

  private Path root;
  private Deployment deployment;
  private EmbeddedPostgres postgres;
  private Plan secondPlan;
  private JSONObject state;
  private StoreProcess store;

  @BeforeAll
  void deploy() throws IOException, SQLException {
    Tools.require("terraform", "moto_server", "aws");
    root = Files.createTempDirectory("source");
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    execute("CREATE ROLE rds_iam");
    deployment = Deployment.start(root, "e2e");
    name("vpc-0123456789abcdef0", "ec2 describe-vpcs --query Vpcs[0].VpcId");
    name("subnet-00000000000000001", "ec2 describe-subnets --query Subnets[0].SubnetId");
    name("subnet-00000000000000002", "ec2 describe-subnets --query Subnets[1].SubnetId");
    name(
        "arn:aws:acm:eu-west-2:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
        "acm request-certificate --domain-name store.example.org --query CertificateArn");
    aws("secretsmanager create-secret --name store/statistics --secret-string {}");
    render();
    deployment.init();
    deployment.apply().orFail();
    secondPlan = deployment.plan();
    state = deployment.state();
    putSecrets();
    store = new StoreProcess(root, environment("store"));
  }

  @AfterAll
  void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
    if (deployment != null) {
      deployment.close();
    }
    if (root != null) {
      Folders.deleteAll(root);
    }
  }

  /** Renders without what push datasets share, which has an end-to-end test of its own. */
  private void render() throws IOException {
    deployment.render();
    Files.delete(root.resolve("terraform/platform_push.tf"));
  }

  @Test
  @Order(1)
  void plansNoChangesAfterApply() {
    assertThat(secondPlan.differences()).containsExactlyElementsOf(DIFFERENCES_OF_EMULATOR);
  }

  @TestFactory
  @Order(1)
  Stream<DynamicTest> allowsWhatIsNeededAndNothingElse() {
    Map<String, String> ids =
        Map.of("MASTER-SECRET", masterSecret(), "DATABASE-USER", databaseUser());
    return PolicySimulation.tests(state, "e2e/policies", ids);
  }

  private String masterSecret() {
    return State.values(state, PLATFORM + "aws_db_instance.store")
        .getJSONArray("master_user_secret")
        .getJSONObject(0)
        .getString("secret_arn");
  }

  private String databaseUser() {
    return "arn:aws:rds-db:eu-west-2:123456789012:dbuser:"
        + State.values(state, PLATFORM + "aws_db_instance.store").getString("resource_id");
  }

  @Test
  @Order(2)
  void makesTheUserOfTheServiceByItsTask() throws Exception {
    Map<String, String> master = environment("bootstrap");
    assertThat(master).containsKeys("STORE_DATABASE_USER", "STORE_DATABASE_PASSWORD");
    master.put("STORE_DATABASE_URL", url("postgres"));
    master.keySet().removeAll(List.of("STORE_DATABASE_USER", "STORE_DATABASE_PASSWORD"));

    StoreProcess.Run made = new StoreProcess(root, master).run(command("bootstrap"));

    assertThat(made.status()).as(made.log()).isZero();
    assertThat(made.log()).isEqualTo("made the user store_app\n");
    execute("ALTER ROLE store_app PASSWORD 'app'");
  }

  @Test
  @Order(3)
  void servesTheRowsOfAnUploadedFile() throws Exception {
    store.run(List.of("migrate")).orFail();
    String key =
        store
            .run(List.of("client", "add", "data-flow", "--description", "pipelines"))
            .orFail()
            .strip();
    Path file =
        Files.writeString(root.resolve("cases.csv"), "case_number,country\n1, Chad\n2,Mali\n");
    store.run(List.of("upload", "trade_remedies", file.toString())).orFail();

    try (StoreProcess.Service service = store.serve()) {
      assertThat(service.call("data-flow", key, "/api/v1/table-data/trade.remedies/L0"))
          .contains("\"headers\":[\"id\",\"case_number\",\"country\"]")
          .contains("[1,1,\"Chad\"],[2,2,\"Mali\"]");
    }
    assertThat(keys("datasets/trade/remedies/").size() + keys("uploads/trade_remedies/").size())
        .isEqualTo(1);
  }

  @Test
  @Order(4)
  void followsAChangeOfTheYaml() throws Exception {
    Path yaml = deployment.datasets().resolve("source/trade_remedies.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replace("clean: [trim]", "clean: [trim, upper]"));
    render();
    Plan plan = deployment.plan();
    assertThat(plan.differences())
        .filteredOn(difference -> !DIFFERENCES_OF_EMULATOR.contains(difference))
        .containsExactly("aws_s3_object.content", "aws_s3_object.source_hash");
    deployment.apply().orFail();

    String key = store.run(List.of("client", "rotate", "data-flow")).orFail().strip();
    store.run(List.of("load", "trade_remedies", "--rebuild")).orFail();

    try (StoreProcess.Service service = store.serve()) {
      assertThat(service.call("data-flow", key, "/api/v1/table-data/trade.remedies/L0"))
          .contains("[1,1,\"CHAD\"],[2,2,\"MALI\"]");
    }
  }

  @Test
  @Order(5)
  void keepsTheFilesOfADatasetThatEnds() throws IOException {
    List<String> files = keys("uploads/");
    Files.delete(deployment.datasets().resolve("source/trade_remedies.yaml"));
    render();

    deployment.apply().orFail();

    assertThat(keys("uploads/")).isEqualTo(files);
    assertThat(keys("config/")).containsExactly("config/sources/exporters.json");
    assertThat(State.managed(deployment.state()))
        .noneMatch(address -> address.startsWith("module.source[\"trade_remedies\"]"))
        .contains(PLATFORM + "aws_db_instance.store");
  }

  /** Puts the values of the secrets, as an engineer does. */
  private void putSecrets() {
    putSecret("store/key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    putSecret("store/oidc", "made-up");
    putSecret("store/dataflow", "{\"url\":\"\",\"hawk_id\":\"\",\"hawk_key\":\"\"}");
  }

  private void putSecret(String name, String value) {
    aws("secretsmanager put-secret-value --secret-id " + name + " --secret-string " + value);
  }

  /** Returns the environment of a deployed task, with its secrets, as ECS would set it. */
  private Map<String, String> environment(String task) {
    JSONObject container = container(task);
    Map<String, String> environment = new TreeMap<>(deployment.environment());
    each(container, "environment")
        .forEach(one -> environment.put(one.getString("name"), one.getString("value")));
    each(container, "secrets")
        .forEach(one -> environment.put(one.getString("name"), secret(one.getString("valueFrom"))));
    if (environment.containsKey("STORE_DATABASE_IAM")) {
      assertThat(environment.get("STORE_DATABASE_URL")).contains("user=store_app");
      environment.put("STORE_DATABASE_IAM", "false");
      environment.put("STORE_DATABASE_URL", url("store_app"));
      environment.put("STORE_DATABASE_PASSWORD", "app");
    }
    return environment;
  }

  private List<String> command(String task) {
    return container(task).getJSONArray("command").toList().stream().map(Object::toString).toList();
  }

  private JSONObject container(String task) {
    JSONObject values = State.values(state, PLATFORM + "aws_ecs_task_definition." + task);
    return new JSONArray(values.getString("container_definitions")).getJSONObject(0);
  }

  private static Stream<JSONObject> each(JSONObject container, String key) {
    JSONArray all = container.getJSONArray(key);
    return Stream.iterate(0, i -> i < all.length(), i -> i + 1).map(all::getJSONObject);
  }

  /** Returns a secret, or one text of it: {@code arn:name::}. */
  private String secret(String reference) {
    String[] parts = reference.split(":", -1);
    String arn = String.join(":", List.of(parts).subList(0, 7));
    String value =
        aws("secretsmanager get-secret-value --query SecretString --secret-id " + arn).strip();
    return parts.length > 7 ? new JSONObject(value).getString(parts[7]) : value;
  }

  private String url(String user) {
    String password = user.equals("postgres") ? "&password=postgres" : "";
    return "jdbc:postgresql://localhost:%d/postgres?user=%s%s"
        .formatted(postgres.getPort(), user, password);
  }

  /** Names what the emulator has in place of an id of the file. */
  private void name(String id, String query) throws IOException {
    Path platform = deployment.datasets().resolve("platform.yaml");
    Files.writeString(platform, Files.readString(platform).replace(id, aws(query).strip()));
  }

  private String aws(String arguments) {
    List<String> command = new ArrayList<>(List.of("aws", "--output", "text"));
    command.addAll(List.of(arguments.split(" ")));
    return Command.in(root)
        .with(deployment.environment())
        .run(command.toArray(String[]::new))
        .orFail();
  }

  private List<String> keys(String prefix) {
    return deployment
        .s3
        .listObjectsV2Paginator(request -> request.bucket("e2e-store").prefix(prefix))
        .contents()
        .stream()
        .map(object -> object.key())
        .sorted()
        .toList();
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statements = connection.createStatement()) {
      statements.execute(statement);
    }
  }
}
