package io.exportctl.landing.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the messages of the queue. */
class TaskTest {

  private static final String TIMESTAMP = "20260801010000Z";

  @Test
  void readsTheMessagesThatTheFunctionSends() {
    assertThat(Task.parse("notes", Task.part(TIMESTAMP, 7)))
        .isEqualTo(new Task.LoadPart(TIMESTAMP, 7));
    assertThat(Task.parse("notes", Task.manifest(TIMESTAMP)))
        .isEqualTo(new Task.Arrived(TIMESTAMP));
    assertThat(Task.parse("notes", "{\"sweep\":{}}")).isEqualTo(new Task.Sweep());
  }

  /** A name without an underscore gets one in the keys, as the platform's validator asks. */
  @Test
  void findsTheTimestampInTheEventOfAManifest() {
    assertThat(
            Task.parse(
                "notes",
                event(
                    "notes/metadata/database_name=notes_db/table_name=db_and_table_list/extraction_timestamp=20260801010000Z/manifest.json")))
        .isEqualTo(new Task.Arrived(TIMESTAMP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other/metadata/database_name=notes_db/table_name=db_and_table_list/extraction_timestamp=20260801010000Z/manifest.json",
        "notes/metadata/database_name=other_db/table_name=db_and_table_list/extraction_timestamp=20260801010000Z/manifest.json",
        "notes/metadata/database_name=notes_db/table_name=db_and_table_list/extraction_timestamp=../manifest.json",
        "notes/metadata/manifest.json"
      })
  void refusesEventsOfOtherKeys(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Task.parse("notes", event(key)))
        .withMessage("the event is not about a manifest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"part\":{\"timestamp\":1,\"index\":1}}"})
  void refusesOtherMessages(String body) {
    assertThatIllegalArgumentException().isThrownBy(() -> Task.parse("notes", body));
  }

  private static String event(String key) {
    return "{\"detail\":{\"object\":{\"key\":\"%s\"}}}".formatted(key);
  }
}
