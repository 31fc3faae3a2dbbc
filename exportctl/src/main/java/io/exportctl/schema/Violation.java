package io.exportctl.schema;

/**
 * One thing that a schema refuses, as the schema library tells of it.
 *
 * @param pointer to the value, such as {@code #/users/0}
 * @param location of the part of the schema that describes the value; the library leaves it out
 *     where it split one schema into several, so that the enclosing one counts
 */
record Violation(String keyword, String pointer, String location) {

  /** Of the value itself that is looked at. */
  static Violation of(String keyword) {
    return new Violation(keyword, "", "");
  }

  /** The same, seen from the value that this one is a part of. */
  Violation below(String step, String part) {
    return new Violation(keyword, step + pointer, part + location);
  }

  boolean isType() {
    return keyword.equals("type");
  }

  boolean inKey() {
    return location.endsWith("/propertyNames");
  }

  /** What is the same for all that is found at one value: a wrong type makes the rest moot. */
  Violation place() {
    return new Violation("", pointer, inKey() ? "key" : "value");
  }

  /** By hand for the same reason as in {@link io.exportctl.diagnostic.Location}. */
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
