package io.exportctl.validate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a pattern. To make a matcher takes as long as to use it: each thread has one. */
record Search(ThreadLocal<Matcher> matchers) {

  static Search of(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return new Search(ThreadLocal.withInitial(() -> compiled.matcher("")));
  }

  boolean finds(String text) {
    return matchers.get().reset(text).find();
  }
}
