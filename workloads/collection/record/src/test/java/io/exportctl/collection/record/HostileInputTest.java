package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines and records that try to break or to slow the record function. */
class HostileInputTest {

  private static final RecordSettings SETTINGS =
      new RecordSettings("core:claim", List.of(), List.of(), true);

  private final RecordFunction function = new RecordFunction(SETTINGS, new TestKeys());

  @Test
  @DisplayName("7: a line over 64 MiB is rejected before it is read")
  void rejectsLinesThatAreTooLong() throws Exception {
    // The array is shorter than it claims to be: reading it would fail.
    assertThat(function.apply(new byte[1], 0, RecordFunction.MAXIMUM_LINE + 1))
        .isEqualTo(new Rejected(Reason.TOO_LARGE));
    assertThat(function.apply(new byte[1], 0, Integer.MAX_VALUE))
        .isEqualTo(new Rejected(Reason.TOO_LARGE));
  }

  @Test
  @DisplayName("26: hostile names and texts come out unharmed")
  void keepsHostileNamesAndTexts() throws Exception {
    String record =
        "{\"\":1,\"a.b\":2,\"'; drop table x; --\":\"${jndi:ldap://x}\",\"😀\":\"\\u202e\",\"</script>\":\"`id`\"}";

    assertThat(text(record))
        .isEqualTo(
            "{\"\":1,\"'; drop table x; --\":\"d_{jndi:ldap://x}\",\"</script>\":\"`id`\","
                + "\"_lastModifiedDateTime\":{\"d_date\":\"1980-01-01T00:00:00.000Z\"},\"a.b\":2,\"😀\":\"\u202e\"}");
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void takesManyNamesOfOneHash() throws Exception {
    // "Aa" and "BB" have the same hash in Java: 2^15 names of 30 letters share one.
    StringBuilder record = new StringBuilder("{\"a\":0");
    for (int number = 0; number < 1 << 15; number++) {
      record.append(",\"");
      for (int bit = 0; bit < 15; bit++) {
        record.append(((number >> bit) & 1) == 0 ? "Aa" : "BB");
      }
      record.append("\":1");
    }

    assertThat(text(record.append('}').toString())).hasSizeGreaterThan(1 << 20);
  }

  @Test
  void forgetsNamesThatAreData() throws Exception {
    for (int line = 0; line < 3; line++) {
      StringBuilder record = new StringBuilder("{\"a\":0");
      for (int number = 0; number < 15_000; number++) {
        record.append(",\"id-").append(line).append('-').append(number).append("\":1");
      }
      assertThat(text(record.append('}').toString())).contains("\"id-" + line + "-14999\":1");
    }
  }

  @Test
  void takesAStringOfManyMegabytes() throws Exception {
    String text = text("{\"a\":\"" + "é".repeat(6 << 20) + "\"}");

    assertThat(text).hasSizeGreaterThan(6 << 20);
  }

  @Test
  void rejectsRandomBytesAndDamagedLines() throws Exception {
    Random random = new Random(3);
    byte[] good = TestLine.of("{\"a\":[1,2.5,\"x\",{\"b\":null}]}").bytes();
    int rows = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] line =
          Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
      for (int change = random.nextInt(4); change > 0 && line.length > 0; change--) {
        line[random.nextInt(line.length)] = (byte) random.nextInt(256);
      }
      // In the middle of a buffer with other lines.
      byte[] buffer = new byte[line.length + 20];
      Arrays.fill(buffer, (byte) '"');
      System.arraycopy(line, 0, buffer, 10, line.length);
      Outcome outcome = function.apply(buffer, 10, line.length);
      assertThat(outcome).isNotNull();
      rows += outcome instanceof Row ? 1 : 0;
    }
    assertThat(rows).isBetween(2000, 19_000);
  }

  private String text(String record) throws Exception {
    byte[] line = TestLine.of(record).bytes();
    Outcome outcome = function.apply(line, 0, line.length);
    assertThat(outcome).isInstanceOf(Row.class);
    return new String(((Row) outcome).value(), StandardCharsets.UTF_8);
  }
}
