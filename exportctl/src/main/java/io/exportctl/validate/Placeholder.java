package io.exportctl.validate;

import java.util.regex.Pattern;

/** A blank that is left for a person: {@code <<bucket>>}. */
public final class Placeholder {

  private static final Pattern PLACEHOLDER = Pattern.compile("<<.*>>");

  private Placeholder() {}

  public static String of(String what) {
    return "<<" + what + ">>";
  }

  static boolean isPlaceholder(String value) {
    return PLACEHOLDER.matcher(value).matches();
  }
}
