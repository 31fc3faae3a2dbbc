package io.exportctl.source.objects;

import static io.exportctl.source.support.TestStore.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.s3.FaultS3;
import io.exportctl.s3.S3Server;
import io.exportctl.s3.TestClient;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.load.Arrivals;
import io.exportctl.source.load.Halt;
import io.exportctl.source.load.Loader;
import io.exportctl.source.load.Outcome;
import io.exportctl.source.support.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A bucket that fails. */
class FaultyObjectsTest {

  @TempDir Path folder;
  private final FaultS3 s3 = FaultS3.create();
  private TestStore store;
  private Arrivals arrivals;
  private Loader loader;
  private final SourceConfig config = source("s");

  @BeforeEach
  void start() throws Exception {
    store = TestStore.create(folder);
    S3Objects objects = new S3Objects(s3, FaultS3.EXPORT);
    arrivals = new Arrivals(store.database().database(), objects);
    loader = new Loader(store.database().database(), objects, folder, Halt.NEVER);
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
  }

  private static SdkClientException down() {
    return SdkClientException.create("down");
  }

  private boolean arrive(String date, String text) throws Exception {
    Path file = Files.writeString(folder.resolve("arrival"), text);
    return arrivals.add(
        config,
        new Arrivals.Arrival(
            file,
            "f" + date + ".csv",
            Optional.of("https://example.org/f"),
            Optional.of(LocalDate.parse(date)),
            Optional.empty(),
            Optional.empty()));
  }

  private List<Outcome> load() {
    return loader.load(config, Loader.Request.USUAL);
  }

  @Test
  @DisplayName("S14: the bucket is down when a file is stored; nothing is noted, then it succeeds")
  void storesAFileOnceTheBucketIsBack() throws Exception {
    s3.fail("PutObject", 1, down());

    assertThatThrownBy(() -> arrive("2024-01-01", "a\n1\n"))
        .hasMessage("the file could not be stored; check STORE_OBJECTS");
    assertThat(store.database().query("select 1 from operations.file")).isEmpty();
    assertThat(arrive("2024-01-01", "a\n1\n")).isTrue();
    load();
    assertThat(store.rows(config)).containsExactly("(1,1)");
  }

  @Test
  @DisplayName("S14: a file is stored, but the answer is lost; its object is taken")
  void takesTheObjectOfALostAnswer() throws Exception {
    s3.failThoughApplied("PutObject", down());

    assertThatThrownBy(() -> arrive("2024-01-01", "a\n1\n")).hasMessageContaining("not be stored");
    assertThat(arrive("2024-01-01", "a\n1\n")).isTrue();
    assertThat(store.database().query("select object_key from operations.file"))
        .containsExactly("datasets/org/s/f2024-01-01.csv");
  }

  @Test
  @DisplayName("S14: the bucket is down when a file is loaded; the old data stay, then it succeeds")
  void loadsAFileOnceTheBucketIsBack() throws Exception {
    arrive("2024-01-01", "a\n1\n");
    load();
    arrive("2024-02-01", "a\n2\n");
    s3.fail("GetObject", 1, down());

    assertThat(load().get(0).failure().orElseThrow())
        .hasMessage("a stored file could not be read; try again");
    assertThat(store.rows(config)).containsExactly("(1,1)");
    load();
    assertThat(store.rows(config)).containsExactly("(1,2)");
  }

  @Test
  @DisplayName("S14: the connection to the bucket is cut; the load fails whole, then succeeds")
  void survivesConnectionsThatAreCut() throws Exception {
    arrive("2024-01-01", "a\n" + "1\n".repeat(100_000));
    try (S3Server server = S3Server.start(s3, 0);
        var client = TestClient.of(server.uri())) {
      S3Objects objects = new S3Objects(client, FaultS3.EXPORT);
      Loader remote = new Loader(store.database().database(), objects, folder, Halt.NEVER);
      server.cutAfter(0);

      assertThat(remote.load(config, Loader.Request.USUAL).get(0).failure()).isPresent();
    }
    assertThat(store.current(config)).isEmpty();
    assertThat(load()).extracting(Outcome::rows).containsExactly(100_000L);
  }
}
