package io.exportctl.source.load;

import java.util.regex.Pattern;

/** Name of a table in the schema {@code data}, which is safe in SQL. */
public record Relation(String name) {

  private static final Pattern NAME = Pattern.compile("t[0-9]{1,19}");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is not {@code t} and a number
   */
  public Relation {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a relation");
    }
  }

  static Relation of(long load) {
    return new Relation("t" + load);
  }

  /** The name with its schema. */
  public String qualified() {
    return "data." + name;
  }
}
