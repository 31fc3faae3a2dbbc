package io.exportctl.rule;

import java.util.Optional;
import java.util.Set;

/**
 * Regular expressions of dataset files, which programs in the cloud find matches of in linear time.
 */
public interface Expressions {

  /**
   * Returns the names of an expression's groups.
   *
   * @return empty if the text is not an expression of <a
   *     href="https://github.com/google/re2/wiki/Syntax">RE2</a>
   */
  Optional<Set<String>> groups(String expression);
}
