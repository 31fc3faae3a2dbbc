package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the function's memory with hostile parts, in a process as small as 512 MB. */
class LoaderMemoryIT {

  private static final int MEGABYTES = 512;
  private static final int MILLION = 1_000_000;
  private static final Column TEXT = Sender.column("v", ColumnType.TEXT);
  private static final Column ARRAY = Sender.column("v", ColumnType.ARRAY);

  @TempDir static Path folder;

  private static ZippedFunction zipped;

  @BeforeAll
  static void start() throws Exception {
    zipped = ZippedFunction.start(folder);
  }

  @AfterAll
  static void stop() {
    if (zipped != null) {
      zipped.close();
    }
  }

  /** The first has a GiB of JSON in 100 kB. */
  @ParameterizedTest(name = "30: a line of {1} bytes is refused")
  @CsvSource({"20260801010000Z, 1073741824", "20260802010000Z, 67108865"})
  void refusesLinesThatAreTooLong(String timestamp, int length) throws Exception {
    byte[] stored = line("\"", "x", length - "{\"v\":\"\"}".length(), "\"");

    assertThat(load(timestamp, TEXT, stored, length + 1L))
        .contains("\"limits\"", "line 1: the line is longer than 64 MiB");
  }

  @Test
  void refusesAMillionBracketsThatAreNested() throws Exception {
    byte[] stored = line("", "[", MILLION, "");

    assertThat(load("20260803010000Z", ARRAY, stored, MILLION + "{\"v\":}\n".length()))
        .contains("\"limits\"", "line 1: a value is too deeply nested");
  }

  @Test
  void holdsAMillionBracketsInAStringAsText() throws Exception {
    byte[] stored = line("\"", "[", MILLION, "\"");

    assertThat(load("20260804010000Z", TEXT, stored, MILLION + "{\"v\":\"\"}\n".length()))
        .contains("\"published\"");
    assertThat(zipped.platform().newest("t")).containsExactly(Map.of("v", "[".repeat(MILLION)));
  }

  /** Loads a part in a process, and returns the verdict. */
  private static String load(String timestamp, Column column, byte[] stored, long jsonBytes)
      throws Exception {
    Platform platform = zipped.platform();
    platform.sender(timestamp).stored("t", List.of(column), stored, 1, jsonBytes).send();
    Map<String, String> environment = zipped.environment();
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEGABYTES));
    Path peak = folder.resolve("peak");
    String log =
        zipped.run(
            environment,
            ZippedFunction.batch(ZippedFunction.event(timestamp), Task.part(timestamp, 0)),
            "-Xmx200m",
            "-XX:+UseSerialGC",
            "-Dpeak=" + peak);

    assertThat(log).endsWith("{\"batchItemFailures\":[]}");
    assertThat(Integer.parseInt(Files.readString(peak)) / 1_000)
        .as("megabytes")
        .isLessThan(MEGABYTES);
    return platform.verdict(timestamp).orElseThrow();
  }

  private static byte[] line(String before, String repeated, int times, String after)
      throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (OutputStream json = new ZstdOutputStream(stored)) {
      json.write(("{\"v\":" + before).getBytes(UTF_8));
      byte[] block = new byte[MILLION];
      Arrays.fill(block, (byte) repeated.charAt(0));
      for (int left = times; left > 0; left -= block.length) {
        json.write(block, 0, Math.min(left, block.length));
      }
      json.write((after + "}\n").getBytes(UTF_8));
    }
    return stored.toByteArray();
  }
}
