package io.exportctl.git;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Output of {@code git cat-file --batch}. */
final class Blobs {

  private Blobs() {}

  /** Returns contents by id; one that the clone lacks is left out. */
  static Map<String, byte[]> parse(byte[] output) {
    Map<String, byte[]> blobs = new HashMap<>();
    int at = 0;
    while (at < output.length) {
      int end = at;
      while (output[end] != '\n') {
        end++;
      }
      // "<id> blob <size>", or "<id> missing".
      String[] head = new String(output, at, end - at, StandardCharsets.UTF_8).split(" ", -1);
      at = end + 1;
      if (head.length == 3) {
        int size = Integer.parseInt(head[2]);
        blobs.put(head[0], Arrays.copyOfRange(output, at, at + size));
        at += size + 1;
      }
    }
    return blobs;
  }
}
