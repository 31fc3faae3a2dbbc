package io.exportctl.collection.json;

import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8CheckTest {

  @Test
  void agreesWithTheDecoderOfJavaOnAllPairs() {
    for (int pair = 0; pair < 1 << 16; pair++) {
      check((byte) (pair >> 8), (byte) pair);
    }
  }

  @Test
  void agreesWithTheDecoderOfJavaOnLongerCharacters() {
    int[] bounds = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};
    for (int first = 0xe0; first <= 0xff; first++) {
      for (int second : bounds) {
        for (int third : bounds) {
          check((byte) first, (byte) second, (byte) third);
          for (int fourth : bounds) {
            check((byte) first, (byte) second, (byte) third, (byte) fourth);
          }
        }
      }
    }
  }

  @Test
  void agreesWithTheDecoderOfJavaWithinText() {
    Random random = new Random(5);
    byte[] text =
        "plain text, é, £, \u2028, \ud83d\ude00 and more".getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = Arrays.copyOf(text, random.nextInt(text.length + 1));
      for (int change = random.nextInt(3); change > 0 && changed.length > 0; change--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      check(changed);
    }
  }

  private static void check(byte... bytes) {
    byte[] within = new byte[bytes.length + 2];
    System.arraycopy(bytes, 0, within, 1, bytes.length);
    within[bytes.length + 1] = (byte) 0x80;

    // Described only if it fails, as there are so many.
    if (Utf8Check.isValid(within, 1, bytes.length) != isDecodable(bytes)) {
      fail("Java's decoder says otherwise of " + Arrays.toString(bytes));
    }
  }

  private static boolean isDecodable(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
