package io.exportctl.s3;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * A multipart upload in progress.
 *
 * @param versionId id of the version that it will create
 * @param order fixed when the upload begins, as S3 orders versions by that time
 */
public record Upload(
    String id,
    String key,
    String versionId,
    long order,
    Instant begun,
    ChecksumAlgorithm algorithm,
    boolean composite,
    Attributes attributes,
    List<Tag> tags,
    NavigableMap<Integer, Content> parts) {

  public Upload {
    tags = List.copyOf(tags);
    parts = new TreeMap<>(parts);
  }

  static String etag(Content part) {
    return '"' + part.digests().identity() + '"';
  }
}
