package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Folders;
import io.exportctl.support.Tools;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A landing dataset from its YAML to its tables. The real terraform deploys it to the emulator of
 * AWS. The printed manifest of the job gives the environment in which the extractor runs as a
 * process, against a real PostgreSQL; the event of its manifest starts the loader, out of the zip
 * that was deployed. The nights are told in order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LandingEndToEndIT {

  private static final String DATASET = "case_notes";

  /** Resource types that the emulator returns incompletely or in another form. */
  private static final List<String> DIFFERENCES_OF_EMULATOR =
      List.of("aws_s3_bucket_notification.eventbridge", "aws_sqs_queue.redrive_policy");

  private Path root;
  private Deployment deployment;
  private EmbeddedPostgres postgres;
  private Plan secondPlan;
  private JSONObject state;
  private ExtractionJobProcess job;
  private LandedTables tables;

  @BeforeAll
  void deploy() throws IOException, SQLException {
    Tools.require("terraform", "moto_server");
    root = Files.createTempDirectory("landing");
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    execute(Files.readString(Path.of("src/test/resources/e2e/database.sql")));
    deployment = Deployment.start(root, "e2e");
    render();
    deployment.init();
    deployment.apply().orFail();
    secondPlan = deployment.plan();
    state = deployment.state();
    job = new ExtractionJobProcess(root, DATASET, postgres.getPort(), deployment.environment());
    tables = new LandedTables(deployment, root);
  }

  /** Renders without what push datasets share, which has an end-to-end test of its own. */
  private void render() throws IOException {
    deployment.render();
    Files.delete(root.resolve("terraform/platform_push.tf"));
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

  @Test
  @Order(1)
  void plansNoChangesAfterApply() {
    assertThat(secondPlan.differences()).containsExactlyElementsOf(DIFFERENCES_OF_EMULATOR);
  }

  @Test
  @Order(1)
  @DisplayName("40: the job writes where the deployed policy lets it, and nowhere else")
  void writesWhereThePolicyAllows() {
    String policy =
        State.values(state, "module.landing[\"case_notes\"].aws_iam_role_policy.extractor[0]")
            .getString("policy");

    assertThat(job.destination()).isEqualTo("s3://e2e-landing/case_notes/");
    assertThat(job.role())
        .isEqualTo(deployment.output("landing_role_arns").get(DATASET))
        .isEqualTo(
            State.values(state, "module.landing[\"case_notes\"].aws_iam_role.extractor[0]")
                .getString("arn"));
    assertThat(puts(policy))
        .isNotEmpty()
        .allMatch(resource -> resource.startsWith("arn:aws:s3:::e2e-landing/case_notes/"));
  }

  private static List<String> puts(String policy) {
    JSONArray statements = new JSONObject(policy).getJSONArray("Statement");
    return Stream.iterate(0, i -> i < statements.length(), i -> i + 1)
        .map(statements::getJSONObject)
        .filter(statement -> statement.get("Action").toString().contains("s3:PutObject"))
        .flatMap(statement -> texts(statement.get("Resource")))
        .toList();
  }

  private static Stream<String> texts(Object oneOrMore) {
    return oneOrMore instanceof JSONArray array
        ? array.toList().stream().map(Object::toString)
        : Stream.of(oneOrMore.toString());
  }

  @TestFactory
  @Order(1)
  Stream<DynamicTest> allowsWhatIsNeededAndNothingElse() {
    return PolicySimulation.tests(state, "e2e/policies");
  }

  @Test
  @Order(2)
  void publishesTheFirstNight() throws Exception {
    Night night = night();

    assertThat(night.status()).as(night.log()).isZero();
    assertThat(night.verdict().getString("status")).isEqualTo("published");
    assertThat(tables.names(DATASET)).containsExactly("every_type", "other_notes", "person");
    assertThat(tables.columns(DATASET, "person")).containsExactly("id", "noms_id", "name");
    assertThat(tables.rows(DATASET, "person", "id"))
        .extracting(row -> row.get("name"))
        .containsExactly("Ada", "Grace");
    assertThat(tables.rows(DATASET, "person", "id"))
        .extracting(row -> row.get("noms_id"))
        .allMatch(hash -> hash.toString().matches("[0-9a-f]{64}"));
  }

  /** Every type of the design's table, with null, extremes and special values. */
  @Test
  @Order(3)
  void bringsTheValuesOfEveryTypeBack() throws Exception {
    List<Map<String, Object>> arrived = tables.rows(DATASET, "every_type", "id");
    List<JSONObject> sent = rowToJson();

    assertThat(arrived).hasSameSizeAs(sent).hasSizeGreaterThan(3);
    assertThat(tables.columns(DATASET, "every_type")).hasSizeGreaterThan(45);
    for (int i = 0; i < sent.size(); i++) {
      assertThat(new RowComparison(sent.get(i), arrived.get(i)).differences()).isEmpty();
    }
  }

  @Test
  @Order(4)
  void keepsTheHistoryOfTheSecondNight() throws Exception {
    execute("UPDATE person SET name = 'Ada L.' WHERE id = 1; DELETE FROM person WHERE id = 2");
    execute("ALTER TABLE other.notes ADD COLUMN added text DEFAULT 'new'");

    Night night = night();

    assertThat(night.status()).as(night.log()).isZero();
    assertThat(tables.rows(DATASET, "person", "id"))
        .extracting(row -> row.get("name"))
        .containsExactly("Ada L.");
    assertThat(tables.rows(DATASET + "_history", "person", "name"))
        .extracting(row -> row.get("name"))
        .containsExactly("Ada", "Ada L.", "Grace");
    assertThat(tables.columns(DATASET, "other_notes")).endsWith("added");
  }

  @Test
  @Order(5)
  @DisplayName("27, 35: a column that review took out is refused, and the job says so")
  void refusesWhatTheDatasetExcludes() throws Exception {
    List<Map<String, Object>> before = tables.rows(DATASET, "person", "id");

    Night night = night(Map.of("EXTRACT_EXCLUDE_COLUMNS", ""));

    assertThat(night.status()).as(night.log()).isEqualTo(5);
    assertThat(night.verdict().getString("status")).isEqualTo("refused");
    assertThat(night.log()).contains("excluded-column");
    assertThat(night.log()).doesNotContain("ada@example.org");
    assertThat(tables.rows(DATASET, "person", "id")).isEqualTo(before);
  }

  @Test
  @Order(6)
  @DisplayName("37: without its YAML the dataset's access and tables go, its files stay")
  void keepsTheFilesOfADatasetThatEnds() throws IOException {
    int files = tables.files();
    Files.delete(deployment.datasets().resolve("landing/case_notes.yaml"));
    render();

    deployment.apply().orFail();

    assertThat(State.managed(deployment.state()))
        .noneMatch(address -> address.startsWith("module.landing[\"case_notes\"]"))
        .contains("module.landing_platform.module.landing_bucket.aws_s3_bucket.this");
    assertThat(tables.databases()).containsExactly("case_notes_old", "case_notes_old_history");
    assertThat(tables.files()).isEqualTo(files).isPositive();
  }

  /** One run of the job, with the loader beside it. */
  private record Night(int status, String log, JSONObject verdict) {}

  private Night night() throws Exception {
    return night(Map.of());
  }

  private Night night(Map<String, String> changed) throws Exception {
    DeployedFunction loader = DeployedFunction.find(deployment, state, "landing", DATASET);
    int verdicts = tables.verdicts(DATASET).size();
    ExtractionJobProcess.Run run = job.start(changed);
    while (run.isAlive() && tables.verdicts(DATASET).size() == verdicts) {
      loader.drain();
    }
    int status = run.end();
    return new Night(status, run.log(), tables.newestVerdict(DATASET));
  }

  /** The rows as the server's own function gives them; some types arrive as the server's text. */
  private List<JSONObject> rowToJson() throws SQLException {
    List<JSONObject> rows = new ArrayList<>();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET timezone = 'UTC'; SET intervalstyle = 'iso_8601'");
      String texts = "json_build_object('c_pair', c_pair::text, 'c_inet', c_inet::text)";
      String query = "SELECT row_to_json(t), " + texts + " FROM every_type t ORDER BY id";
      try (ResultSet result = statement.executeQuery(query)) {
        while (result.next()) {
          JSONObject row = new JSONObject(result.getString(1));
          JSONObject asText = new JSONObject(result.getString(2));
          asText.keySet().forEach(column -> row.put(column, asText.get(column)));
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private void execute(String statements) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }
}
