package io.exportctl.collection.ingestion.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.collection.ingestion.JobText;
import io.exportctl.collection.key.HttpKeySettings;
import io.exportctl.collection.key.KmsKeySettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFileReaderTest {

  @Test
  void readsEveryKey() {
    JobFile job =
        read(
            new JobText()
                .with("table", "latest")
                .with("prefer", "newest")
                .with("steps", List.of("remove_line_breaks"))
                .with("status_table", "data_pipeline_metadata")
                .withColumn("amount", "result.amount", "decimal(18,2)", true)
                .with(
                    "keys",
                    Map.of(
                        "key_service_url", "https://dks.example.org:8443/datakey",
                        "key_service_secret_arn", "arn:aws:secretsmanager:eu-west-2:1:secret:x")));

    assertThat(job.latest()).contains(new JobFile.Latest(Preference.NEWEST, 2));
    assertThat(job.steps()).containsExactly("remove_line_breaks");
    assertThat(job.columns().get(0).type().text()).isEqualTo("decimal(18,2)");
    assertThat(job.statusTable()).contains("data_pipeline_metadata");
    assertThat(job.timeZone()).hasToString("Europe/London");
    assertThat(job.keys())
        .isInstanceOfSatisfying(
            HttpKeySettings.class,
            it -> assertThat(it.url()).hasToString("https://dks.example.org:8443/datakey"));
    assertThat(read(new JobText()).keys()).isInstanceOf(KmsKeySettings.class);
  }

  @Test
  void hashesTheSettingsAndNotTheirOrder() {
    String hash = read(new JobText()).hash();

    assertThat(read(new JobText().with("//", "another header")).hash()).isEqualTo(hash);
    assertThat(read(new JobText().without("name").with("name", "claims")).hash()).isEqualTo(hash);
    assertThat(read(new JobText().with("days_before", 2)).hash()).isNotEqualTo(hash);
  }

  @Test
  @DisplayName("25: names the format of a newer exportctl, and the remedy")
  void refusesANewerFormat() {
    assertFails(
        new JobText().with("format", 2).with("new_key", 1),
        "claims.json: the job file has format 2, and this program reads only 1; deploy the program"
            + " that came with the newer exportctl");
  }

  @Test
  @DisplayName("25: names unknown and missing keys")
  void namesUnknownAndMissingKeys() {
    assertFails(
        new JobText().with("new_key", 1).with("also\nnew", 1),
        "claims.json: unknown key \"also?new\", \"new_key\"; deploy the program that came with the"
            + " exportctl that rendered the file");
    assertFails(
        new JobText().without("buckets"),
        "claims.json: the key \"buckets\" is missing; render the file with the exportctl that came"
            + " with this program");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "name; a`b; is not a text of the expected form",
        "name; 'x''; drop table y'; is not a text of the expected form",
        "database; 1; is not a text of the expected form",
        "source_bucket; a/b; is not a text of the expected form",
        "collection; claim; is not a text of the expected form",
        "source_prefix; x/{hour}/; has a placeholder other than {year}, {month} and {day}",
        "source_prefix; x/../y/; leads out of its bucket",
        "time_zone; London; is not a time zone",
        "table; Append; is not one of append, latest",
        "days_before; x; is not a whole number from 0 to 366",
        "redacted; yes; is neither true nor false",
        "steps; x; is not a list",
        "keys; x; is not an object"
      })
  void namesAWrongKey(String key, String value, String fault) {
    assertFails(
        new JobText().with(key, value),
        "claims.json: the key \"%s\" %s; fix the dataset and render it again"
            .formatted(key, fault));
  }

  @Test
  void namesTheKeyWithinAList() {
    assertFails(
        new JobText().withColumn("a", "a", "string", false).withColumn("b", "b", "text", false),
        "claims.json: the key \"columns[1].type\" is not a type of columns: text; fix the dataset"
            + " and render it again");
    assertFails(
        new JobText()
            .with("keys", Map.of("key_service_url", "http://x", "key_service_secret_arn", "y")),
        "claims.json: the key \"keys.key_service_url\" is not a URL that begins with https://; fix"
            + " the dataset and render it again");
  }

  @Test
  void refusesWhatIsNotOneObject() {
    assertThatThrownBy(() -> JobFileReader.read("claims.json", "{\n\"a\": }", "run"))
        .hasMessage("claims.json:2: the job file is not valid JSON; render it again");
    assertThatThrownBy(() -> JobFileReader.read("claims.json", "[]", "run"))
        .hasMessage("claims.json: the job file is not one JSON object; render it again");
    assertThatThrownBy(() -> JobFileReader.read("claims.json", "{\"a\":1,\"a\":2}", "run"))
        .hasMessage("claims.json:1: the job file is not valid JSON; render it again");
    assertThatThrownBy(() -> JobFileReader.read("claims.json", "", "run"))
        .isInstanceOf(IngestionException.class);
  }

  private static JobFile read(JobText text) {
    return JobFileReader.read("claims.json", text.toString(), "run");
  }

  private static void assertFails(JobText text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            IngestionException.class, it -> assertThat(it.status()).isEqualTo(ExitStatus.FAILED))
        .hasMessage(message);
  }
}
