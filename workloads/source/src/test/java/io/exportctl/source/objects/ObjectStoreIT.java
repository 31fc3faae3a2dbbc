package io.exportctl.source.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.s3.Moto;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.Tag;

/** The contract of object stores, on a folder and on the emulator of S3. */
class ObjectStoreIT {

  @TempDir static Path shared;
  private static Moto moto;
  private static S3Client s3;

  @TempDir Path folder;

  /** A kind of store. */
  enum Kind {
    FOLDER,
    S3
  }

  @BeforeAll
  static void start() throws Exception {
    moto = Moto.start(shared.resolve("moto"));
    s3 =
        S3Client.builder()
            .endpointOverride(moto.endpoint())
            .forcePathStyle(true)
            .region(Region.EU_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    s3.createBucket(
        it ->
            it.bucket("store")
                .createBucketConfiguration(
                    where -> where.locationConstraint(BucketLocationConstraint.EU_WEST_2)));
  }

  @AfterAll
  static void stop() throws Exception {
    if (moto != null) {
      s3.close();
      moto.close();
    }
  }

  private ObjectStore store(Kind kind) {
    return switch (kind) {
      case FOLDER -> new FolderObjects(folder.resolve("objects"));
      case S3 -> new S3Objects(s3, "store");
    };
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("file"), text);
  }

  private static String read(ObjectStore store, String key) throws Exception {
    try (InputStream in = store.open(key)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatIsThere(Kind kind) throws Exception {
    ObjectStore store = store(kind);

    assertThat(store.put("datasets/a/b.csv", file("one"))).isTrue();
    assertThat(store.put("datasets/a/b.csv", file("two"))).isFalse();
    assertThat(read(store, "datasets/a/b.csv")).isEqualTo("one");
    assertThat(store.exists("datasets/a/b.csv")).isTrue();
    assertThat(store.exists("datasets/a/c.csv")).isFalse();
    assertThatThrownBy(() -> store.open("datasets/a/c.csv"))
        .isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @EnumSource
  void listsByPrefix(Kind kind) throws Exception {
    ObjectStore store = store(kind);
    store.put("list/b", file("bb"));
    store.put("list/a/c", file("c"));
    store.put("other/a", file("a"));

    assertThat(store.list("list/"))
        .containsExactly(new ObjectStore.Entry("list/a/c", 1), new ObjectStore.Entry("list/b", 2));
    assertThat(store.list("nothing/")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void givesObjectsUp(Kind kind) throws Exception {
    ObjectStore store = store(kind);
    store.put("uploads/a/1", file("one"));

    store.discard("uploads/a/1");

    if (kind == Kind.FOLDER) {
      assertThat(store.exists("uploads/a/1")).isFalse();
    } else {
      assertThat(s3.getObjectTagging(it -> it.bucket("store").key("uploads/a/1")).tagSet())
          .containsExactly(Tag.builder().key("state").value("discarded").build());
    }
  }

  @Test
  void staysInItsFolder() {
    FolderObjects store = new FolderObjects(folder.resolve("objects"));

    assertThatThrownBy(() -> store.put("../x", file("x"))).hasMessage("the key leaves the folder");
    assertThat(folder.resolve("x")).doesNotExist();
  }
}
