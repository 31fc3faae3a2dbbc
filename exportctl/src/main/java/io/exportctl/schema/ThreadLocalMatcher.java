package io.exportctl.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern with a matcher for each thread, as creating one takes as long as using it. */
record ThreadLocalMatcher(ThreadLocal<Matcher> matchers) {

  static ThreadLocalMatcher of(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return new ThreadLocalMatcher(ThreadLocal.withInitial(() -> compiled.matcher("")));
  }

  boolean finds(String text) {
    return matchers.get().reset(text).find();
  }
}
