package io.exportctl.landing.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the environment of the function. */
class EnvironmentTest {

  private static final Map<String, String> COMPLETE =
      Map.ofEntries(
          Map.entry("DATASET", "notes_dev"),
          Map.entry("LANDING_BUCKET", "landing-bucket"),
          Map.entry("CURATED_BUCKET", "curated-bucket"),
          Map.entry("LANDING_ACCOUNT", "123456789012"),
          Map.entry("QUEUE_URL", "https://sqs.eu-west-2.amazonaws.com/123456789012/landing_notes"),
          Map.entry("SCHEMA_CONTRACT", "freeze"),
          Map.entry("EXCLUDE_TABLES", "audit_*\n\nsecret\n"),
          Map.entry("HASH_COLUMNS", "*.nino"),
          Map.entry("HISTORY_DAYS", "35"),
          Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "3008"));

  @Test
  void readsEveryVariable() {
    Environment environment = Environment.from(COMPLETE);

    assertThat(environment.settings().dataset()).isEqualTo("notes_dev");
    assertThat(environment.settings().excludeTables().match("audit_log")).isTrue();
    assertThat(environment.settings().excludeTables().match("")).isFalse();
    assertThat(environment.settings().excludeColumns().match("note.text")).isFalse();
    assertThat(environment.settings().hashColumns().match("note.nino")).isTrue();
    assertThat(environment.settings().frozen()).isTrue();
    assertThat(environment.settings().historyDays()).isEqualTo(35);
    assertThat(environment.landingBucket()).isEqualTo("landing-bucket");
    assertThat(environment.curatedBucket()).isEqualTo("curated-bucket");
    assertThat(environment.account()).isEqualTo("123456789012");
    assertThat(environment.memoryMegabytes()).isEqualTo(1804);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LANDING_ACCOUNT||environment variable LANDING_ACCOUNT is not set; it must be an account id of 12 digits",
        "LANDING_ACCOUNT|12345|environment variable LANDING_ACCOUNT is \"12345\"; it must be an account id of 12 digits",
        "HISTORY_DAYS||environment variable HISTORY_DAYS is not set; it must be a number of days",
        "HISTORY_DAYS|0|environment variable HISTORY_DAYS is \"0\"; it must be a number of days",
        "HISTORY_DAYS|1.5|environment variable HISTORY_DAYS is \"1.5\"; it must be a number of days",
        "SCHEMA_CONTRACT|free|environment variable SCHEMA_CONTRACT is \"free\"; it must be evolve or freeze"
      })
  void namesTheVariableThatIsWrong(String name, String value, String message) {
    Map<String, String> environment = new TreeMap<>(COMPLETE);
    environment.put(name, value == null ? "" : value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Environment.from(environment))
        .withMessage(message);
  }
}
