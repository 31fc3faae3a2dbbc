package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.ManifestWriter;
import io.exportctl.s3.FaultS3;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tests manifests that were changed at random. */
class ManifestFuzzTest {

  /** Number of manifests; {@code -Dfuzz.documents=100000} is for a night. */
  private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", 3_000);

  /** Seed; each night has another. */
  private static final int SEED = Integer.getInteger("fuzz.seed", 1);

  private static final String TIMESTAMP = "20260801010000Z";
  private static final Instant NOW = Instant.parse("2026-08-01T01:00:00Z");

  private static final List<String> HOSTILE =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e5",
          "1.5",
          "9223372036854775808",
          "[]",
          "{}",
          "[[",
          "\"\"",
          "\"..\"",
          "\"../x\"",
          "\"a/b\"",
          "\"\\u0000\"",
          "\"\\ud83d\"",
          "\"'); DROP\"",
          "\"ü\"",
          "\"public\"",
          "\"note\"",
          "\"extraction_timestamp\"",
          "\"decimal\"",
          "\"array\"",
          "99",
          ",",
          "}",
          "]",
          "\"",
          "\\",
          "\n",
          "\u0001");

  /** Either it is an extraction whose every name and key is safe, or it is refused with reasons. */
  @Test
  @DisplayName("28: a manifest of any bytes is safe or refused")
  void everyManifestIsSafeOrRefused() throws Exception {
    Random random = new Random(SEED);
    byte[] valid = manifest();
    int accepted = 0;
    for (int document = 0; document < DOCUMENTS; document++) {
      byte[] changed = changed(valid, random);
      try {
        check(ManifestCheck.read(Platform.settings(false), TIMESTAMP, changed, NOW));
        accepted++;
      } catch (RefusedException e) {
        assertThat(e.reasons()).as("document %d of seed %d", document, SEED).isNotEmpty();
        assertThat(Verdict.refused(e.reasons()).json()).isNotEmpty();
      } catch (RuntimeException e) {
        throw new AssertionError(
            "document %d of seed %d: %s".formatted(document, SEED, new String(changed, UTF_8)), e);
      }
    }
    assertThat(accepted).isBetween(1, DOCUMENTS - 1);
  }

  private static void check(Extraction extraction) {
    String data = "data/database_name=notes_dev/table_name=%s/extraction_timestamp=" + TIMESTAMP;
    for (Extraction.LoadedPart loaded : extraction.parts()) {
      assertThat(loaded.part().key())
          .startsWith(data.formatted(loaded.table().tableName()) + "/")
          .matches("[A-Za-z0-9_=/.-]+")
          .doesNotContain("..");
    }
    extraction
        .manifest()
        .tables()
        .forEach(
            table -> {
              assertThat(table.tableName()).matches("[a-z0-9_]+");
              assertThat(LoadedColumn.of(table))
                  .extracting(LoadedColumn::name)
                  .doesNotHaveDuplicates()
                  .allMatch(name -> name.matches("[a-z0-9_]+"));
            });
  }

  private static byte[] changed(byte[] valid, Random random) {
    String text = new String(valid, UTF_8);
    for (int change = random.nextInt(3); change >= 0; change--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(8));
      String middle =
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> text.substring(from, to).repeat(2);
            case 2 -> String.valueOf((char) random.nextInt(256));
            default -> HOSTILE.get(random.nextInt(HOSTILE.size()));
          };
      boolean value = random.nextBoolean() && text.indexOf(':', from) > 0;
      if (value) {
        from = text.indexOf(':', from) + 1;
        to = Math.max(from, text.indexOf(',', from));
      }
      text = text.substring(0, from) + middle + text.substring(to);
    }
    return text.getBytes(UTF_8);
  }

  private static byte[] manifest() throws Exception {
    Column hashed = new Column("nino", ColumnType.TEXT, "text", 0, 0, true, true, "");
    Column amount = new Column("Amount", ColumnType.DECIMAL, "numeric", 9, 2, true, false, "£");
    Sender sender =
        new Sender(Platform.s3(), FaultS3.EXPORT, TIMESTAMP)
            .table("note", List.of(Sender.column("id", ColumnType.INTEGER)), "{\"id\":1}\n")
            .table("Payments", List.of(hashed, amount), "{}\n", "{}\n{}\n");
    return ManifestWriter.write(sender.manifest());
  }
}
