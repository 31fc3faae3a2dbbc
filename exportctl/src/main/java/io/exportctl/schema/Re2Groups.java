package io.exportctl.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.Set;

/** Reads the named groups of a regular expression of RE2. */
public final class Re2Groups {

  private Re2Groups() {}

  /** Returns the names of an expression's groups; empty if it is not one. */
  public static Optional<Set<String>> of(String expression) {
    try {
      return Optional.of(Set.copyOf(Pattern.compile(expression).namedGroups().keySet()));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
