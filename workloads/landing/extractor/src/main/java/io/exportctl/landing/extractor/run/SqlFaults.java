package io.exportctl.landing.extractor.run;

import java.sql.SQLException;

/** Classes of faults of PostgreSQL. */
final class SqlFaults {

  private SqlFaults() {}

  /** Returns true if another connection may succeed: it was lost, refused or cancelled. */
  static boolean isTransient(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && (state.startsWith("08")
            || state.startsWith("57P0")
            || state.equals("40001")
            || state.equals("53300"));
  }
}
