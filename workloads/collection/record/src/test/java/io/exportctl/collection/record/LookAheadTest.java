package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.key.SealedKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookAheadTest {

  private final TestKeys keys = new TestKeys();

  @Test
  void asksForEachKeyOfTheLinesOnce() throws Exception {
    TestLine other = TestLine.of("{}");
    other.encryption.put("keyEncryptionKeyId", "other é");

    lookAhead(TestLine.of("{}").bytes(), other.bytes(), TestLine.of("{\"a\":1}").bytes());

    String sealed = TestKeys.sealed(16);
    assertThat(keys.early)
        .containsExactly(new SealedKey(sealed, "cloudhsm:1,2"), new SealedKey(sealed, "other é"));
  }

  @Test
  void readsKeysWithEscapesAsTheRecordFunctionDoes() throws Exception {
    TestLine escaped = TestLine.of("{}");
    escaped.encryption.put("encryptedEncryptionKey", "a==");
    String line = new String(escaped.bytes(), StandardCharsets.UTF_8).replace("=", "\\u003d");

    lookAhead(line.getBytes(StandardCharsets.UTF_8));

    assertThat(keys.early).containsExactly(new SealedKey("a==", "cloudhsm:1,2"));
  }

  @Test
  void leavesLinesWithoutAKey() throws Exception {
    for (String line :
        List.of(
            "",
            " ",
            "{}",
            "{\"message\":{\"encryption\":{\"encryptedEncryptionKey\"",
            "{\"message\":{\"encryption\":{\"encryptedEncryptionKey\":\"cut",
            "{\"message\":{\"encryption\":{\"encryptedEncryptionKey\" : 5}}}")) {
      lookAhead(line.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(keys.early).isEmpty();
  }

  private void lookAhead(byte[]... lines) throws Exception {
    RecordSettings settings = new RecordSettings("core:claim", List.of(), List.of(), false);
    new RecordFunction(settings, keys).lookAhead(List.of(lines));
  }
}
