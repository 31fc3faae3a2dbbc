package io.exportctl.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;

/** The behaviour of S3 that multipart copies depend on. */
public abstract class UploadContract extends UploadRequests {

  @Test
  void copiesPartsOfAVersionIntoOneObject() {
    String version = writeTwoParts();
    write("overwritten");
    String id = begin();

    complete(id, List.of(part(id, version, 1), part(id, version, 2)));

    assertThat(read(TARGET)).isEqualTo("x".repeat(PART) + "rest");
  }

  @Test
  void anUploadHasTheMetadataAndHeadersGivenAtItsBeginning() {
    String version = writeTwoParts();
    String id =
        client()
            .createMultipartUpload(
                it -> plain(it).metadata(Map.of("from", "begin")).contentType("text/csv"))
            .uploadId();

    complete(id, List.of(part(id, version, 1), part(id, version, 2)));

    assertThat(head(TARGET).metadata()).isEqualTo(Map.of("from", "begin"));
    assertThat(head(TARGET).contentType()).isEqualTo("text/csv");
  }

  @Test
  void anUploadTakesAclAndTagsAtItsBeginning() {
    String version = writeTwoParts();
    String id =
        client()
            .createMultipartUpload(
                it -> plain(it).acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL).tagging("a=b"))
            .uploadId();

    complete(id, List.of(part(id, version, 1), part(id, version, 2)));

    assertThat(tags(TARGET, null)).containsExactly(tag("a", "b"));
  }

  @Test
  void theChecksumOfTheWholeIsThatOfTheSource() {
    String version = writeTwoParts();
    String id = begin();

    CompleteMultipartUploadResponse done =
        complete(id, List.of(part(id, version, 1), part(id, version, 2)));

    assertThat(done.checksumCRC32()).isNotNull().isEqualTo(head(EXPORT).checksumCRC32());
  }

  @Test
  void aPartIsRefusedWhenTheSourcesEtagIsAnother() {
    String version = writeTwoParts();
    String id = begin();

    assertRefused(
        412,
        () -> client().uploadPartCopy(partOf(id, version, 1).copySourceIfMatch("\"x\"").build()));
  }

  @Test
  void completeIsRefusedWhenTheSizeIsAnother() {
    String version = writeTwoParts();
    String id = begin();
    List<CompletedPart> parts = List.of(part(id, version, 1), part(id, version, 2));

    assertRefused(
        400,
        () -> client().completeMultipartUpload(completion(id, parts).mpuObjectSize(7L).build()));
  }

  @Test
  void completeTakesTheSizeOfTheWhole() {
    String version = writeTwoParts();
    String id = begin();
    List<CompletedPart> parts = List.of(part(id, version, 1), part(id, version, 2));

    client().completeMultipartUpload(completion(id, parts).mpuObjectSize(PART + 4L).build());

    assertThat(head(TARGET).contentLength()).isEqualTo(PART + 4L);
  }

  @Test
  void completeMindsIfNoneMatchAtTheTarget() {
    String version = writeTwoParts();
    client().copyObject(copy(version).build());
    String id = begin();
    List<CompletedPart> parts = List.of(part(id, version, 1), part(id, version, 2));

    assertRefused(
        412,
        () -> client().completeMultipartUpload(completion(id, parts).ifNoneMatch("*").build()));
  }

  @Test
  void completeRefusesPartsOfAnotherEtag() {
    String version = writeTwoParts();
    String id = begin();
    CompletedPart part = part(id, version, 1).toBuilder().eTag("\"x\"").build();

    assertCode("InvalidPart", () -> complete(id, List.of(part)));
  }

  @Test
  void completeRefusesPartsOutOfOrder() {
    String version = writeTwoParts();
    String id = begin();
    CompletedPart first = part(id, version, 1);
    CompletedPart second = part(id, version, 2);

    assertCode("InvalidPartOrder", () -> complete(id, List.of(second, first)));
  }

  @Test
  void completeRefusesSmallPartsButForTheLast() {
    String version = writeTwoParts();
    String id = begin();
    List<CompletedPart> parts = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      UploadPartCopyResponse copied =
          client()
              .uploadPartCopy(partOf(id, version, number).copySourceRange("bytes=0-99").build());
      parts.add(completed(number, copied));
    }

    assertCode("EntityTooSmall", () -> complete(id, parts));
  }

  @Test
  void anUploadThatHasEndedIsNoSuchUpload() {
    String version = writeTwoParts();
    String completed = begin();
    complete(completed, List.of(part(completed, version, 1), part(completed, version, 2)));
    String aborted = begin();
    client().abortMultipartUpload(it -> it.bucket(TARGET).key(key).uploadId(aborted));

    for (String id : List.of(completed, aborted)) {
      assertCode(
          "NoSuchUpload", () -> client().listParts(it -> it.bucket(TARGET).key(key).uploadId(id)));
      assertCode("NoSuchUpload", () -> part(id, version, 1));
    }
  }

  @Test
  void listsPartsPageByPage() {
    String version = writeTwoParts();
    String id = begin();
    part(id, version, 2);
    part(id, version, 1);

    ListPartsResponse page =
        client().listParts(it -> it.bucket(TARGET).key(key).uploadId(id).maxParts(1));

    assertThat(page.isTruncated()).isTrue();
    List<Part> all =
        client()
            .listPartsPaginator(it -> it.bucket(TARGET).key(key).uploadId(id).maxParts(1))
            .parts()
            .stream()
            .toList();
    assertThat(all.stream().map(Part::partNumber)).containsExactly(1, 2);
    assertThat(all.stream().map(Part::size)).containsExactly((long) PART, 4L);
  }

  @Test
  void ofTwoUploadsThatWhichBeganLastWins() {
    String version = writeTwoParts();
    String first = begin();
    String second = begin();
    CompletedPart newest = part(second, version, 2);

    complete(second, List.of(newest));
    complete(first, List.of(part(first, version, 1)));

    assertThat(head(TARGET).contentLength()).isEqualTo(4);
  }
}
