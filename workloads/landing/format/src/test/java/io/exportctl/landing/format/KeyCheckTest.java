package io.exportctl.landing.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyCheckTest {

  @Test
  void acceptsTheKeysOfAnExtraction() {
    Keys keys = Keys.of("notes", "20260801010000Z");

    List<String> all =
        List.of(
            keys.part("note", 0, 0, Compression.ZSTD),
            keys.part("note", 0, 0, Compression.GZIP),
            keys.part("note", 99_999, 12, Compression.NONE),
            keys.manifest(),
            keys.tableList(),
            keys.events(),
            keys.result());

    assertThat(all).allSatisfy(it -> assertThat(KeyCheck.fault(it)).isEmpty());
    assertThat(keys.tableList())
        .isEqualTo(
            "metadata/database_name=notes_db/table_name=db_and_table_list/"
                + "extraction_timestamp=20260801010000Z/db_and_table_list.yaml");
    assertThat(keys.events())
        .isEqualTo(
            "logs/database_name=notes_db/table_name=events/"
                + "extraction_timestamp=20260801010000Z/events.jsonl");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|begins with \"/\", not with data/, logs/ or metadata/",
        "Data/x|begins with \"Data/\", not with data/, logs/ or metadata/",
        "data/note.jsonl|has the wrong number of folders: 1 instead of 4",
        "data/database_name=a_b/table_name=t/extraction_timestamp=20260801010000Z/x/t.jsonl"
            + "|has the wrong number of folders: 5 instead of 4",
        "data/database_name=notes/table_name=t/extraction_timestamp=20260801010000Z/t.jsonl"
            + "|has the folder \"database_name=notes\" without a \"_\" in the value",
        "data/database=a_b/table_name=t/extraction_timestamp=20260801010000Z/t.jsonl"
            + "|has the folder \"database=a_b\" instead of database_name=<value>",
        "data/database_name=a_b/table_name=/extraction_timestamp=20260801010000Z/t.jsonl"
            + "|has the folder \"table_name=\" instead of table_name=<value>",
        "data/database_name=a_b/table_name=t/extraction_timestamp=20260231010000Z/t.jsonl"
            + "|has the timestamp \"20260231010000Z\", which is not a time like 20260801010000Z",
        "data/database_name=a_b/table_name=t/extraction_timestamp=1785546000/t.jsonl"
            + "|has the timestamp \"1785546000\", which is not a time like 20260801010000Z",
        "data/database_name=a_b/table_name=t/extraction_timestamp=20260801010000Z/t.parquet"
            + "|has the file \"t.parquet\", which does not end in one of .jsonl.zst .jsonl.gz"
            + " .jsonl .json .csv",
        "data/database_name=a_b/table_name=t/extraction_timestamp=20260801010000Z/"
            + "|is a folder, not a file",
        "metadata/database_name=a/table_name=t/extraction_timestamp=20260801010000Z/x.yaml"
            + "|has the folder \"table_name=t\" instead of table_name=db_and_table_list",
        "results/20260801010000Z.txt|is not results/<timestamp>.json",
        "results/latest.json"
            + "|has the timestamp \"latest\", which is not a time like 20260801010000Z",
      })
  void tellsTheFaultOfAKey(String key, String fault) {
    assertThat(KeyCheck.fault(key)).contains(fault);
  }
}
