package io.exportctl.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.source.clients.Clients;
import io.exportctl.source.clients.Seal;
import io.exportctl.source.support.TestDatabase;
import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tables of the program that are not as it expects. */
class MigrationsTest {

  @Test
  @DisplayName("S39: a migration that fails half-way leaves nothing, and is made again")
  void resumesAMigrationThatFailed() throws Exception {
    try (TestDatabase database = TestDatabase.createEmpty()) {
      // The view comes late in the first migration.
      database.execute(
          "create function fail() returns event_trigger language plpgsql as"
              + " $$ begin raise exception 'no'; end $$",
          "create event trigger fail on ddl_command_start when tag in ('CREATE VIEW')"
              + " execute function fail()");
      Migrations migrations = new Migrations(database.database());
      assertThatThrownBy(migrations::migrate)
          .hasMessageContaining("could not be brought up to date");
      assertThat(database.query("select tablename from pg_tables where schemaname = 'operations'"))
          .doesNotContain("dataset", "file");

      database.execute("drop event trigger fail");
      assertThat(migrations.migrate()).isPositive();
      assertThat(migrations.pending()).isZero();
    }
  }

  @Test
  @DisplayName("S39: an older program refuses the tables of a newer one")
  void refusesNewerTables() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      database.execute(
          "insert into operations.flyway_schema_history (installed_rank, version, description,"
              + " type, script, checksum, installed_by, execution_time, success)"
              + " values (1000, '1000', 'newer', 'SQL', 'V1000__newer.sql', 1, 'x', 1, true)");
      Migrations migrations = new Migrations(database.database());

      assertThatThrownBy(migrations::migrate)
          .hasMessage(
              "the database belongs to a newer version of this program; start that version");
      assertThatThrownBy(migrations::pending).hasMessageContaining("newer version");
    }
  }

  @Test
  @DisplayName("S39: with another STORE_KEY clients are refused until they are rotated")
  void refusesClientsOfAnotherKey() throws Exception {
    SecureRandom random = new SecureRandom();
    byte[] key = new byte[32];
    byte[] other = new byte[32];
    other[0] = 1;
    try (TestDatabase database = TestDatabase.create()) {
      Clients before = new Clients(database.database(), new Seal(key, random), random);
      before.add("reader", "made up for tests, 32 characters", "a team");
      Clients after = new Clients(database.database(), new Seal(other, random), random);

      assertThat(after.find("reader")).isEmpty();
      assertThat(after.list())
          .containsExactly("reader, sealed with another STORE_KEY; rotate it: a team");
      after.rotate("reader", "another key made up, 32 characters");
      assertThat(after.find("reader")).contains("another key made up, 32 characters");
    }
  }
}
