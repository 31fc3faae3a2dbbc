package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.key.SealedKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * No record, key or id is in a text of an outcome, or in what is printed, whatever is wrong with
 * it.
 */
class LeakTest {

  /** Stands in the record, the id, the sealed key and the vector. */
  private static final String MARKER = "Zq9SECRETq9Z";

  /** A line and its name. */
  @SuppressWarnings("ArrayRecordComponent") // Not compared.
  private record Fault(String name, byte[] line) {}

  @TestFactory
  @ResourceLock(Resources.SYSTEM_ERR)
  @ResourceLock(Resources.SYSTEM_OUT)
  Stream<DynamicTest> tellsNothingOfTheData() {
    return faults().map(it -> DynamicTest.dynamicTest(it.name(), () -> check(it.line())));
  }

  private static Stream<Fault> faults() {
    return Stream.of(
        fault("not JSON", "{\"" + MARKER + "\": " + MARKER + "}"),
        fault("text after it", "{} " + MARKER),
        fault("a list", "[\"" + MARKER + "\"]"),
        fault("a string that does not end", "{\"a\":\"" + MARKER),
        fault("an unknown escape", "{\"a\":\"\\" + MARKER + "\"}"),
        fault("a control character", "{\"a\":\"" + MARKER + "\t\"}"),
        fault("a wrong date", "{\"_lastModifiedDateTime\":\"" + MARKER + "\"}"),
        fault("a number out of range", "{\"" + MARKER + "\":1e999}"),
        fault("too deep", "[".repeat(1001) + MARKER),
        fault("a value that does not fit its column", "{\"amount\":\"" + MARKER + "\"}"),
        fault("a good record", "{\"a\":\"" + MARKER + "\"}"),
        new Fault(
            "bytes that are not UTF-8", line(concat("{\"a\":\"" + MARKER, (byte) 0xff)).bytes()),
        new Fault("a line that is not JSON", ("{" + MARKER).getBytes(StandardCharsets.UTF_8)),
        changed("a key that cannot be opened", "encryptedEncryptionKey", MARKER),
        changed("a vector that is not base64", "initialisationVector", MARKER + "?"),
        changed("a sealed key of another type", "encryptedEncryptionKey", List.of(MARKER)));
  }

  private static void check(byte[] line) throws Exception {
    List<Column> columns =
        List.of(
            new Column("amount", "amount", ColumnType.find("decimal(4,2)").orElseThrow(), true));
    RecordSettings settings = new RecordSettings("core:claim", List.of(), columns, true);
    RecordFunction function = new RecordFunction(settings, new TestKeys());
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    Outcome outcome;
    try (PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(capture);
      System.setErr(capture);
      function.lookAhead(List.of(line));
      outcome = function.apply(line, 0, line.length);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(outcome.toString())
        .doesNotContain(MARKER)
        .doesNotContain(Base64.getEncoder().encodeToString(TestKeys.bytes(16)))
        .matches("Rejected\\[reason=[A-Z_0-9]+\\]|Row\\[INSERT, [0-9]+ bytes\\]");
    assertThat(new SealedKey(MARKER, "master").toString()).doesNotContain(MARKER);
    assertThat(new RejectedException(Reason.JSON)).hasMessage("json").hasNoCause();
  }

  private static Fault fault(String name, String record) {
    return new Fault(name, line(record.getBytes(StandardCharsets.UTF_8)).bytes());
  }

  private static Fault changed(String name, String field, Object value) {
    TestLine line = line("{}".getBytes(StandardCharsets.UTF_8));
    line.encryption.put(field, value);
    return new Fault(name, line.bytes());
  }

  private static TestLine line(byte[] record) {
    TestLine line = TestLine.of(record, 16, Optional.empty());
    line.message.put("_id", MARKER);
    return line;
  }

  private static byte[] concat(String text, byte last) {
    byte[] start = text.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(start, start.length + 1);
    bytes[start.length] = last;
    return bytes;
  }
}
