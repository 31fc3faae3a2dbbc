package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private final Map<String, String> environment =
      new TreeMap<>(
          Map.of(
              "DATASET", "new_project",
              "EXPORT_BUCKET", "export-bucket",
              "TARGET_BUCKET", "target-bucket",
              "EXPORT_ACCOUNT", "123456789012",
              "TARGET_ACCOUNT", "210987654321",
              "KEEP_FILES", "false",
              "QUEUE_URL", Fixtures.QUEUE,
              "DEAD_LETTER_QUEUE_URL", Fixtures.DEAD_LETTERS));

  @Test
  void readsTheEnvironment() {
    assertThat(Settings.from(environment)).isEqualTo(Fixtures.MOVE);
  }

  @Test
  void readsTheOptionalKey() {
    environment.put("KMS_KEY_ARN", "arn:aws:kms:eu-west-2:123456789012:key/abc");
    environment.put("KEEP_FILES", "true");

    assertThat(Settings.from(environment))
        .isEqualTo(
            Fixtures.settings(true, Optional.of("arn:aws:kms:eu-west-2:123456789012:key/abc")));
  }

  @Test
  void readsAnEnvironmentWithoutAccounts() {
    environment.remove("EXPORT_ACCOUNT");
    environment.put("TARGET_ACCOUNT", "");

    Settings settings = Settings.from(environment);

    assertThat(settings.exportAccount()).isEmpty();
    assertThat(settings.targetAccount()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATASET",
        "EXPORT_BUCKET",
        "TARGET_BUCKET",
        "KEEP_FILES",
        "QUEUE_URL",
        "DEAD_LETTER_QUEUE_URL"
      })
  void namesTheVariableThatIsMissing(String name) {
    environment.remove(name);

    assertThatThrownBy(() -> Settings.from(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("environment variable " + name + " is not set; it must be ");
  }

  @ParameterizedTest
  @CsvSource({
    "DATASET,New-Project",
    "EXPORT_BUCKET,arn:aws:s3:::b",
    "TARGET_BUCKET,s3://b/",
    "EXPORT_ACCOUNT,12345678901",
    "TARGET_ACCOUNT,hub",
    "KEEP_FILES,True",
    "KEEP_FILES,1",
    "KMS_KEY_ARN,alias/k",
    "QUEUE_URL,export_new_project",
    "DEAD_LETTER_QUEUE_URL,arn:aws:sqs:x"
  })
  void namesTheVariableThatIsMalformed(String name, String value) {
    environment.put(name, value);

    assertThatThrownBy(() -> Settings.from(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "environment variable %s is \"%s\"; it must be ".formatted(name, value));
  }

  @Test
  @DisplayName("29: the target is the export bucket")
  void refusesTheExportBucketAsTarget() {
    environment.put("TARGET_BUCKET", "export-bucket");

    assertThatThrownBy(() -> Settings.from(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("TARGET_BUCKET is the export bucket \"export-bucket\" itself");
  }
}
