package io.exportctl.source.hawk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of an {@code Authorization} header.
 *
 * @param ts seconds since 1970
 */
public record HawkHeader(
    String id,
    long ts,
    String nonce,
    String mac,
    Optional<String> hash,
    Optional<String> ext,
    Optional<String> app,
    Optional<String> dlg) {

  private static final int LONGEST = 4096;
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_NONCE = 64;
  private static final Set<String> NAMES =
      Set.of("id", "ts", "nonce", "hash", "ext", "mac", "app", "dlg");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(\\w+)=\"([ \\w!#$%&'()*+,\\-./:;<=>?@\\[\\]^`{|}~]+)\"");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

  /**
   * Parses a header.
   *
   * @throws HawkRefusal if it is missing, of another scheme, or malformed
   */
  static HawkHeader parse(Optional<String> header) throws HawkRefusal {
    if (header.isEmpty()) {
      throw HawkRefusal.unauthorized("Hawk", "no header");
    }
    String text = header.get();
    if (text.length() > LONGEST) {
      throw HawkRefusal.malformed("header too long");
    }
    String[] parts = text.split("[ \t]+", 2);
    if (!parts[0].toLowerCase(Locale.ROOT).equals("hawk")) {
      throw HawkRefusal.unauthorized("Hawk", "other scheme");
    }
    return of(attributes(parts.length < 2 ? "" : parts[1].strip()));
  }

  private static Map<String, String> attributes(String text) throws HawkRefusal {
    Map<String, String> attributes = new TreeMap<>();
    Matcher attribute = ATTRIBUTE.matcher(text);
    Matcher separator = SEPARATOR.matcher(text);
    int at = 0;
    while (true) {
      if (!attribute.region(at, text.length()).lookingAt()) {
        throw HawkRefusal.malformed("bad header format");
      }
      String name = attribute.group(1);
      if (!NAMES.contains(name)) {
        throw HawkRefusal.malformed("unknown attribute");
      }
      if (attributes.put(name, attribute.group(2)) != null) {
        throw HawkRefusal.malformed("duplicate attribute");
      }
      at = attribute.end();
      if (at == text.length()) {
        return attributes;
      }
      if (!separator.region(at, text.length()).lookingAt()) {
        throw HawkRefusal.malformed("bad header format");
      }
      at = separator.end();
    }
  }

  private static HawkHeader of(Map<String, String> attributes) throws HawkRefusal {
    if (!attributes.keySet().containsAll(Set.of("id", "ts", "nonce", "mac"))) {
      throw HawkRefusal.malformed("missing attributes");
    }
    String id = attributes.get("id");
    String ts = attributes.get("ts");
    String nonce = attributes.get("nonce");
    if (!ts.matches("[0-9]{1,12}") || id.length() > LONGEST_ID || nonce.length() > LONGEST_NONCE) {
      throw HawkRefusal.malformed("bad attribute");
    }
    return new HawkHeader(
        id,
        Long.parseLong(ts),
        nonce,
        attributes.get("mac"),
        Optional.ofNullable(attributes.get("hash")),
        Optional.ofNullable(attributes.get("ext")),
        Optional.ofNullable(attributes.get("app")),
        Optional.ofNullable(attributes.get("dlg")));
  }

  /** Leaves out all but the client's id. */
  @Override
  public String toString() {
    return "header of " + id;
  }
}
