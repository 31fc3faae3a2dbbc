package io.exportctl.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a pattern. To make a matcher takes as long as to use it: each thread has one. */
record ThreadLocalMatcher(ThreadLocal<Matcher> matchers) {

  static ThreadLocalMatcher of(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return new ThreadLocalMatcher(ThreadLocal.withInitial(() -> compiled.matcher("")));
  }

  boolean finds(String text) {
    return matchers.get().reset(text).find();
  }
}
