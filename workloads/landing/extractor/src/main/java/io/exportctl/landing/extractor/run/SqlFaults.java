package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.fault.ExtractionException;
import java.sql.SQLException;
import java.util.List;

/** Classes of faults of PostgreSQL, by their SQLSTATE. */
final class SqlFaults {

  /** A server that offers no TLS, or asks for a password that is missing: pgjdbc's own state. */
  private static final String REJECTED = "08004";

  /** Wrong user, password, database or right. */
  private static final List<String> USAGE = List.of("28", "3D", "42501", REJECTED);

  /** Faults whose message can hold a value of a row. */
  private static final List<String> VALUES = List.of("22", "23", "P0");

  private SqlFaults() {}

  /** Returns true if another connection may succeed: it was lost, refused or cancelled. */
  static boolean isTransient(SQLException e) {
    String state = state(e);
    return (state.startsWith("08") && !state.equals(REJECTED))
        || state.startsWith("57P0")
        || state.equals("40001")
        || state.equals("53300");
  }

  /** Returns a fault as the end of an extraction. */
  static ExtractionException end(String title, SQLException e) {
    String message = title + ": " + message(e);
    if (state(e).equals("55P03")) {
      return ExtractionException.gaveWay(message + "; somebody is changing it");
    }
    return USAGE.stream().anyMatch(state(e)::startsWith)
        ? ExtractionException.usage(message, e)
        : ExtractionException.failed(message, e);
  }

  /** Returns the server's message, without any value of a row. */
  static String message(SQLException e) {
    String state = state(e);
    if (VALUES.stream().anyMatch(state::startsWith)) {
      return "the server could not give a value (SQLSTATE %s); its own log names it"
          .formatted(state);
    }
    if (state.equals(REJECTED) && String.valueOf(e.getMessage()).contains("SSL")) {
      return "the server offers no TLS; if it runs on your own machine, set PGSSLMODE=disable";
    }
    return state.equals("53200")
        ? "the server has too little memory for so many locks; raise max_locks_per_transaction"
            + " there, or leave out tables with EXTRACT_EXCLUDE_TABLES"
        : String.valueOf(e.getMessage());
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }
}
