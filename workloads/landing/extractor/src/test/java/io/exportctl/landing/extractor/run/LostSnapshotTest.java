package io.exportctl.landing.extractor.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.HookedDestination;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestOptions;
import io.exportctl.landing.extractor.support.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Extractions whose snapshot ends with the session that keeps it. */
class LostSnapshotTest {

  private static final String SECOND = "20260801010001Z";
  private static final int ALWAYS = Integer.MAX_VALUE;
  private static final String SESSIONS =
      "FROM pg_stat_activity WHERE application_name = 'exportctl-extractor/case_notes_dev'";

  @TempDir Path folder;
  @TempDir Path servers;

  @ParameterizedTest
  @MethodSource("io.exportctl.landing.extractor.support.TestServer#versions")
  @DisplayName(
      "8: without its coordinator, an extraction begins again and leaves nothing of before")
  void beginsAgainWithoutItsCoordinator(int version) throws Exception {
    try (TestDatabase database = filled(TestServer.shared(version))) {
      Destination destination =
          HookedDestination.once(
              folder,
              () ->
                  database.execute(
                      "DELETE FROM a WHERE n > 1000",
                      "SELECT pg_terminate_backend(pid) " + SESSIONS));

      assertReadAgain(database, destination, 1000);
    }
  }

  @ParameterizedTest
  @MethodSource("io.exportctl.landing.extractor.support.TestServer#newest")
  @DisplayName("8: an extraction that loses its snapshot twice fails, and leaves nothing")
  void failsTheSecondTime(int version) throws Exception {
    try (TestDatabase database = filled(TestServer.shared(version))) {
      Destination destination =
          HookedDestination.times(
              folder,
              ALWAYS,
              () -> database.execute("SELECT pg_terminate_backend(pid) " + SESSIONS));

      assertLostTwice(database, destination);
    }
  }

  @ParameterizedTest
  @MethodSource("io.exportctl.landing.extractor.support.TestServer#newest")
  @DisplayName("8: a restart of the server makes the extraction begin again")
  void survivesARestart(int version) throws Exception {
    Path data = servers.resolve("data");
    TestServer server = TestServer.start(version, Optional.of(data), 0, Map.of());
    TestServer[] restarted = new TestServer[1];
    try {
      TestDatabase database = filled(server);
      Destination destination =
          HookedDestination.once(
              folder,
              () -> {
                server.close();
                restarted[0] =
                    TestServer.start(version, Optional.of(data), server.port(), Map.of());
              });

      assertReadAgain(database, destination, 200_000);
    } finally {
      restarted[0].close();
    }
  }

  @ParameterizedTest
  @MethodSource("io.exportctl.landing.extractor.support.TestServer#newest")
  @DisplayName("9: a conflict on a standby makes the extraction begin again, once")
  void readsAStandby(int version) throws Exception {
    Path data = servers.resolve("primary");
    TestServer first = TestServer.start(version, Optional.of(data), 0, Map.of());
    TestDatabase database = filled(first);
    first.close();
    Path copy = servers.resolve("standby");
    TestServer.copy(data, copy);
    Files.createFile(copy.resolve("standby.signal"));
    Files.writeString(
        copy.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=localhost port=%d user=postgres'\n".formatted(first.port()),
        StandardOpenOption.APPEND);
    try (TestServer primary = TestServer.start(version, Optional.of(data), first.port(), Map.of());
        TestServer standby =
            TestServer.start(
                version, Optional.of(copy), 0, Map.of("max_standby_streaming_delay", "0"))) {
      TestDatabase changed = database.on(primary);
      TestDatabase read = database.on(standby);

      assertReadAgain(read, conflicts(1, changed, read), 199_000);
      assertLostTwice(read, conflicts(ALWAYS, changed, read));
    }
  }

  /** Removes rows on the primary that the snapshot still sees, and waits until it is gone. */
  private HookedDestination conflicts(int times, TestDatabase primary, TestDatabase standby) {
    return HookedDestination.times(
        folder,
        times,
        () -> {
          primary.execute("DELETE FROM a WHERE n IN (SELECT n FROM a LIMIT 1000)", "VACUUM a");
          while (hasSnapshot(standby)) {
            TimeUnit.MILLISECONDS.sleep(20);
          }
        });
  }

  private static boolean hasSnapshot(TestDatabase standby) {
    try {
      return !standby
          .query("SELECT pid " + SESSIONS + " AND state = 'idle in transaction'")
          .isEmpty();
    } catch (SQLException e) {
      // The conflict ends this query too.
      return true;
    }
  }

  private static TestDatabase filled(TestServer server) throws Exception {
    return TestDatabase.create(
        server, "CREATE TABLE a (n int)", "INSERT INTO a SELECT generate_series(1, 200000)");
  }

  private void assertReadAgain(TestDatabase database, Destination destination, int rows)
      throws Exception {
    var manifest = Extracted.extraction(TestOptions.of(database), destination).run();

    Extracted it = new Extracted(folder, manifest);
    assertThat(manifest.extractionTimestamp()).isEqualTo(SECOND);
    assertThat(it.lines("a")).hasSize(rows).doesNotHaveDuplicates();
    assertThat(Extracted.files(folder))
        .hasSize(3 + it.table("a").parts().size())
        .allMatch(file -> file.contains("=" + SECOND + "/"));
  }

  private void assertLostTwice(TestDatabase database, Destination destination) throws Exception {
    List<String> before = Extracted.files(folder);

    assertThatThrownBy(() -> Extracted.extraction(TestOptions.of(database), destination).run())
        .isInstanceOfSatisfying(
            ExtractionException.class, it -> assertThat(it.status()).isEqualTo(ExitStatus.FAILED))
        .hasMessageContaining("was lost: ")
        .hasMessageEndingWith(
            "; a second attempt ended the same way. On a standby, set hot_standby_feedback = on or a"
                + " larger max_standby_streaming_delay; otherwise run the job when the server is not"
                + " restarted");
    assertThat(Extracted.files(folder)).isEqualTo(before);
  }
}
