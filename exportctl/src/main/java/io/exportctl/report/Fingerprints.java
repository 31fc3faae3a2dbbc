package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Fingerprints that recognise a problem in later runs although lines have moved, by rule, message
 * and text of the line. Identical problems in one file are numbered.
 */
final class Fingerprints {

  /**
   * Not {@code primaryLocationLineHash}: GitHub's upload <a
   * href="https://github.com/github/codeql-action/blob/main/src/fingerprints.ts">computes that
   * itself</a>, and warns if a value differs.
   */
  static final String NAME = "exportctl/v1";

  private static final Pattern POSITION = Pattern.compile(":\\d+:\\d+");
  private static final int LENGTH = 16;

  /** Hashes of lines, as a long line may have many problems. */
  private final Map<String, String> lines = new HashMap<>();

  private final Map<String, Integer> seen = new HashMap<>();

  String of(Diagnostic problem) {
    String line = lines.computeIfAbsent(problem.location().source(), text -> hash(text.strip()));
    String message = POSITION.matcher(problem.message()).replaceAll("");
    String print = hash(String.join("\n", problem.rule().id(), message, line));
    return print + ":" + seen.merge(problem.location().file() + "\n" + print, 1, Integer::sum);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
