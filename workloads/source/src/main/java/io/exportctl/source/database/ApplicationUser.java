package io.exportctl.source.database;

import io.exportctl.source.fault.StoreException;
import java.util.regex.Pattern;

/**
 * The user that the service signs in as.
 *
 * @param isNew true if it was not there before
 */
public record ApplicationUser(boolean isNew) {

  /** The role of RDS whose members sign in with tokens of IAM, and with nothing else. */
  private static final String TOKENS = "rds_iam";

  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  /**
   * Makes the user, and lets it make the schemas of the program; what is there already stays.
   *
   * @throws StoreException if the name is none of PostgreSQL, or the server is not of RDS
   */
  public static ApplicationUser make(Database database, String name) {
    if (!NAME.matcher(name).matches()) {
      throw StoreException.usage(
          "the name of a user has lower-case letters, digits and underscores, at most 63");
    }
    return database.inTransaction(
        sql -> {
          if (!has(sql, TOKENS)) {
            throw StoreException.failed(
                "no-iam",
                "the server has no role rds_iam, so it is not of RDS; make a user with a password"
                    + " yourself, and set STORE_DATABASE_USER and STORE_DATABASE_PASSWORD");
          }
          boolean isNew = !has(sql, name);
          // The pattern leaves nothing in a name that would have to be escaped.
          if (isNew) {
            sql.update("create role \"" + name + "\" login");
          }
          sql.update("grant " + TOKENS + " to \"" + name + "\"");
          String here =
              sql.row("select quote_ident(current_database()) as name").orElseThrow().text("name");
          sql.update("grant connect, create on database " + here + " to \"" + name + "\"");
          return new ApplicationUser(isNew);
        });
  }

  private static boolean has(Sql sql, String role) {
    return sql.row("select 1 as found from pg_roles where rolname = ?", role).isPresent();
  }
}
