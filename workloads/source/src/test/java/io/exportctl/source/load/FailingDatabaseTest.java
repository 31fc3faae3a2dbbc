package io.exportctl.source.load;

import static io.exportctl.source.support.TestStore.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.support.TestStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that fails within a load. */
class FailingDatabaseTest {

  @TempDir Path folder;
  private TestStore store;
  private final SourceConfig config = source("s");

  @BeforeEach
  void start() throws Exception {
    store = TestStore.create(folder);
    store.arrive(config, "2024-01-01", "a\n1\n");
    store.load(config);
    store.arrive(config, "2024-02-01", "a\n2\n");
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
  }

  private void succeedsAfterwards(List<Outcome> outcomes) throws SQLException {
    StoreException failure = outcomes.get(0).failure().orElseThrow();
    assertThat(failure.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(store.rows(config)).containsExactly("(1,1)");
    assertThat(store.database().query("select tablename from pg_tables where schemaname = 'data'"))
        .hasSize(1);
    assertThat(store.load(config))
        .extracting(it -> it.failure().isPresent())
        .containsExactly(false);
    assertThat(store.rows(config)).containsExactly("(1,2)");
  }

  /** Ends all sessions of the pool at a step, as a restart of the database does. */
  private Halt endSessionsAfter(String step) {
    return now -> {
      if (now.equals(step)) {
        try {
          store
              .database()
              .query(
                  "select pg_terminate_backend(pid)::text from pg_stat_activity"
                      + " where datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  @ParameterizedTest
  @DisplayName("S13: the database goes away before COPY, after it, and before the commit")
  @ValueSource(strings = {"open", "copy", "swap"})
  void survivesTheEndOfItsSession(String step) throws Exception {
    succeedsAfterwards(store.loader(endSessionsAfter(step)).load(config, Loader.Request.USUAL));
  }

  @ParameterizedTest
  @DisplayName("S13: disk full, a deadlock, a statement that takes too long, too many connections")
  @ValueSource(strings = {"53100", "40P01", "57014", "53300"})
  void survivesFailingStatements(String state) throws Exception {
    store
        .database()
        .execute(
            "create function fail() returns trigger language plpgsql as $$ begin"
                + " raise exception 'no' using errcode = '%s'; end $$".formatted(state),
            "create trigger fail before update of current_load on operations.dataset"
                + " for each row execute function fail()");
    List<Outcome> outcomes = store.load(config);
    store.database().execute("drop trigger fail on operations.dataset");

    assertThat(outcomes.get(0).failure().orElseThrow())
        .hasMessage("the database refused a statement (SQLSTATE " + state + ")");
    succeedsAfterwards(outcomes);
  }
}
