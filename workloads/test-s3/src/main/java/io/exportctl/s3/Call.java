package io.exportctl.s3;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * Subject of a request, for the journal.
 *
 * @param bucket the target, if the request names two buckets
 * @param key or the prefix of a listing
 * @param detail version, part number and range
 */
public record Call(String operation, String bucket, String key, String detail) {

  static Call of(S3Request request) {
    return new Call(
        request.getClass().getSimpleName().replace("Request", ""),
        first(request, "Bucket", "DestinationBucket"),
        first(request, "Key", "DestinationKey", "Prefix"),
        Stream.of("SourceVersionId", "VersionId", "PartNumber", "CopySourceRange")
            .map(name -> first(request, name))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  private static String first(S3Request request, String... names) {
    return Stream.of(names)
        .map(name -> request.getValueForField(name, Object.class))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Object::toString)
        .orElse("");
  }

  @Override
  public String toString() {
    return (operation + " " + key + " " + detail).strip();
  }
}
