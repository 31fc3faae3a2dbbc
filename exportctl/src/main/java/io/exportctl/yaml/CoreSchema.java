package io.exportctl.yaml;

import java.util.regex.Pattern;

/**
 * What plain text means in YAML 1.2 (<a
 * href="https://yaml.org/spec/1.2.2/#1032-tag-resolution">core schema</a>), which is what editors
 * go by. SnakeYAML's own rules are those of YAML 1.1, where {@code yes} is a truth value and {@code
 * 1:30} a number.
 */
public final class CoreSchema {

  private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private CoreSchema() {}

  /** Whether text without quotes is taken for text. */
  public static boolean isText(String plain) {
    return typeOf(plain) == YamlNode.Type.TEXT;
  }

  static YamlNode.Type typeOf(String plain) {
    if (NULL.matcher(plain).matches()) {
      return YamlNode.Type.NULL;
    }
    if (BOOLEAN.matcher(plain).matches()) {
      return YamlNode.Type.BOOLEAN;
    }
    if (INTEGER.matcher(plain).matches()) {
      return YamlNode.Type.INTEGER;
    }
    return FLOAT.matcher(plain).matches() ? YamlNode.Type.FLOAT : YamlNode.Type.TEXT;
  }
}
