package io.exportctl.landing.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void cleansTheNamesOfTables() {
    assertThat(Names.table("public", "Weird \"Näme\"")).isEqualTo("weird__n_me_");
    assertThat(Names.table("public", "2026")).isEqualTo("_2026");
    assertThat(Names.table("Audit", "log")).isEqualTo("audit_log");
  }

  @Test
  void numbersColumnsThatGetTheSameName() {
    assertThat(Names.columns(List.of("A", "a", "a_2", "a.b", "a b", "B")))
        .containsExactly("a", "a_2", "a_2_2", "a_b", "a_b_2", "b");
  }

  @Test
  void keysFitThePatternsOfTheExistingValidator() {
    String timestamp = Keys.timestamp(Instant.parse("2026-08-01T01:02:03.9Z"));
    Keys keys = Keys.of("case_notes_dev", timestamp);

    assertThat(keys.part("note", 0, 12, Compression.ZSTD))
        .isEqualTo(
            "data/database_name=case_notes_dev/table_name=note/"
                + "extraction_timestamp=20260801010203Z/note-00000-00012.jsonl.zst");
    assertThat(keys.manifest())
        .isEqualTo(
            "metadata/database_name=case_notes_dev/table_name=db_and_table_list/"
                + "extraction_timestamp=20260801010203Z/manifest.json");
    assertThat(keys.result()).isEqualTo("results/20260801010203Z.json");
    assertThat(Keys.of("notes", timestamp).database()).isEqualTo("notes_db");
  }
}
