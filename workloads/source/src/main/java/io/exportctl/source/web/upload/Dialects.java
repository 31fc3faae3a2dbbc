package io.exportctl.source.web.upload;

import java.util.LinkedHashMap;
import java.util.Map;

/** Encodings and delimiters that a person may choose, with their names. */
final class Dialects {

  static final Map<String, String> ENCODINGS =
      inOrder(
          "UTF-8", "UTF-8",
          "windows-1252", "Western European (windows-1252)",
          "ISO-8859-15", "Western European (ISO 8859-15)",
          "windows-1250", "Central European (windows-1250)",
          "x-MacRoman", "Mac (MacRoman)",
          "UTF-16LE", "UTF-16 little endian",
          "UTF-16BE", "UTF-16 big endian");

  static final Map<String, String> DELIMITERS =
      inOrder(",", "Comma", ";", "Semicolon", "\t", "Tab", "|", "Vertical bar");

  private Dialects() {}

  private static Map<String, String> inOrder(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
