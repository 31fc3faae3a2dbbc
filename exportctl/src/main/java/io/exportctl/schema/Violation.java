package io.exportctl.schema;

/**
 * A violation of a schema, in the schema library's terms.
 *
 * @param pointer pointer to the value, such as {@code #/users/0}
 * @param location pointer to the part of the schema that describes the value; where the library
 *     omits it, because it split a schema, that of the enclosing part
 */
record Violation(String keyword, String pointer, String location) {

  /** Returns a violation at the value under check. */
  static Violation of(String keyword) {
    return new Violation(keyword, "", "");
  }

  /** Returns the same violation as seen from the enclosing value. */
  Violation below(String step, String part) {
    return new Violation(keyword, step + pointer, part + location);
  }

  boolean isType() {
    return keyword.equals("type");
  }

  boolean isAtRoot() {
    return pointer.equals("#");
  }

  boolean inKey() {
    return location.endsWith("/propertyNames");
  }

  /** Returns a key shared by all violations at one value, as a wrong type makes the others moot. */
  Violation place() {
    return new Violation("", pointer, inKey() ? "key" : "value");
  }

  /** Written by hand for the same reason as in {@link io.exportctl.diagnostic.Location}. */
  @Override
  public int hashCode() {
    return 31 * (31 * keyword.hashCode() + pointer.hashCode()) + location.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Violation violation
        && keyword.equals(violation.keyword)
        && pointer.equals(violation.pointer)
        && location.equals(violation.location);
  }
}
