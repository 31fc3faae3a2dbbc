package io.exportctl.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The behaviour of S3 that our programs depend on, a test for each fact; docs/mover.md lists them.
 * It runs on several servers, each of which declares its {@link Deviations}.
 */
public abstract class S3Contract extends CopyContract {

  @Test
  void headTellsVersionEtagAndSize() {
    String version = write("one");

    HeadObjectResponse head = head(EXPORT);

    assertThat(head.versionId()).isEqualTo(version);
    assertThat(head.eTag()).isEqualTo("\"f97c5d29941bfb1b2fdab0874906ab82\"");
    assertThat(head.contentLength()).isEqualTo(3);
  }

  @Test
  void headTellsTheNumberOfTags() {
    write("one", "a=b&c=d");

    assertThat(head(EXPORT).tagCount()).isEqualTo(2);
  }

  @Test
  void headOfAKeyThatIsNotThereIs404() {
    assertRefused(404, () -> head(EXPORT));
  }

  @Test
  void headOfADeletedKeyIs404() {
    write("one");
    delete();

    assertRefused(404, () -> head(EXPORT));
  }

  @Test
  void conditionalDeletePutsAMarkerAndKeepsTheBytes() {
    String version = write("one");

    assertThat(delete()).isNotEqualTo(version);

    assertThat(versions().deleteMarkers().stream().map(DeleteMarkerEntry::isLatest))
        .containsExactly(true);
    assertThat(versions().versions().stream().map(ObjectVersion::versionId))
        .containsExactly(version);
  }

  @Test
  void aDeletedVersionCanStillBeLookedAtAndCopied() {
    String version = write("one");
    delete();

    assertThat(client().headObject(it -> it.bucket(EXPORT).key(key).versionId(version)).eTag())
        .isNotNull();
    client().copyObject(copy(version).build());
    assertThat(read(TARGET)).isEqualTo("one");
  }

  @Test
  void deleteIsRefusedWhenTheEtagIsAnother() {
    write("one");
    String old = head(EXPORT).eTag();
    write("two");

    assertRefused(412, () -> client().deleteObject(it -> it.bucket(EXPORT).key(key).ifMatch(old)));
    assertThat(read(EXPORT)).isEqualTo("two");
  }

  @Test
  void conditionalDeleteOfADeletedKeyIs404() {
    write("one");
    String etag = head(EXPORT).eTag();
    delete();

    assertRefused(404, () -> client().deleteObject(it -> it.bucket(EXPORT).key(key).ifMatch(etag)));
    assertThat(versions().deleteMarkers()).hasSize(1);
  }

  @Test
  void listsVersionsTheNewestFirstPageByPage() {
    List<String> written = List.of(write("one"), write("two"), write("three"));

    ListObjectVersionsResponse page =
        client().listObjectVersions(it -> it.bucket(EXPORT).prefix(key).maxKeys(2));
    ListObjectVersionsResponse rest =
        client()
            .listObjectVersions(
                it ->
                    it.bucket(EXPORT)
                        .prefix(key)
                        .keyMarker(page.nextKeyMarker())
                        .versionIdMarker(page.nextVersionIdMarker()));

    assertThat(page.isTruncated()).isTrue();
    assertThat(rest.isTruncated()).isFalse();
    List<ObjectVersion> listed = new ArrayList<>(page.versions());
    listed.addAll(rest.versions());
    assertThat(listed.stream().map(ObjectVersion::versionId))
        .containsExactly(written.get(2), written.get(1), written.get(0));
    assertThat(listed.stream().map(ObjectVersion::isLatest)).containsExactly(true, false, false);
    assertThat(listed.get(0).eTag()).isEqualTo(head(EXPORT).eTag());
  }

  @Test
  void listsWhatIsCurrentPageByPage() {
    String prefix = key + "/";
    for (String name : List.of("c", "a", "b")) {
      put(prefix + name, "one", "");
    }

    assertThat(
            client()
                .listObjectsV2Paginator(it -> it.bucket(EXPORT).prefix(prefix).maxKeys(2))
                .contents()
                .stream()
                .map(S3Object::key))
        .containsExactly(prefix + "a", prefix + "b", prefix + "c");
  }

  @Test
  void tagsAVersionThatIsNotCurrent() {
    String version = write("one", "a=b");
    write("two");

    client()
        .putObjectTagging(
            it ->
                it.bucket(EXPORT)
                    .key(key)
                    .versionId(version)
                    .tagging(all -> all.tagSet(tag("c", "d"))));

    assertThat(tags(EXPORT, version)).containsExactly(tag("c", "d"));
    assertThat(head(EXPORT).tagCount()).isIn(null, 0);
  }

  @ParameterizedTest(name = "takesOddKeys: {0}")
  @ValueSource(
      strings = {
        "a b",
        "a+b",
        "100%",
        "%2B",
        "é\uD83D\uDE80",
        "a//b",
        "../up",
        "folder/",
        "?&=#;:@"
      })
  void takesOddKeys(String name) {
    key = key + "/" + name;
    String version = write("one");

    client().copyObject(copy(version).build());
    delete();

    assertThat(read(TARGET)).isEqualTo("one");
    assertThat(versions().versions().stream().map(ObjectVersion::key)).containsExactly(key);
  }
}
