package io.exportctl.collection.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample data of the documents, which {@code -Dgoldens=update} writes anew. */
class SamplesTest {

  private static final Path FOLDER = Path.of("samples");

  @Test
  void areThoseOfTheGenerator() throws Exception {
    for (Map.Entry<String, byte[]> sample : samples().entrySet()) {
      Path file = FOLDER.resolve(sample.getKey());
      if ("update".equals(System.getProperty("goldens"))) {
        Files.createDirectories(file.getParent());
        Files.write(file, sample.getValue());
      }
      assertThat(file).hasBinaryContent(sample.getValue());
    }
  }

  private static Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("keys.json", TestRecords.KEYS_FILE.getBytes(UTF_8));
    samples.put(
        "collection_claims.json",
        new JobText()
            .with("table", "latest")
            .with("redacted", true)
            .with("bad_records_per_million", 200_000)
            .withColumn("status", "status", "string", false)
            .withColumn("amount", "result.amount", "decimal(18,2)", true)
            .toString()
            .getBytes(UTF_8));
    samples.put(file(18, "core.claim_0_1-6.json.gz"), TestRecords.gzip(first()));
    samples.put(file(19, "core.claim_0_7-9.json.gz"), TestRecords.gzip(second()));
    return samples;
  }

  private static String file(int day, String name) {
    return "source/ucfs/2026/11/%d/core/claim/%s".formatted(day, name);
  }

  private static List<String> first() {
    List<String> lines = new ArrayList<>();
    for (int id = 1; id <= 5; id++) {
      String more = ",\"status\":\"open\",\"result\":{\"amount\":%d.50}".formatted(id * 100);
      lines.add(TestRecords.insert(id, "2026-11-18T0%d:00:00.000Z".formatted(id), more));
    }
    // A record whose text is cut off.
    lines.add(TestRecords.line(6, "{\"_id\":{\"id\":6},\"name\":\"Pers"));
    return lines;
  }

  private static List<String> second() {
    String closed = ",\"status\":\"closed\",\"result\":{\"amount\":199.99}";
    return List.of(
        TestRecords.insert(1, "2026-11-19T08:00:00.000Z", closed),
        TestRecords.delete(2, "2026-11-19T09:00:00.000Z"),
        TestRecords.insert(7, "2026-11-19T10:00:00.000Z", ",\"status\":\"open\""));
  }
}
