package io.exportctl.s3;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * S3's answer to a request that is signed for another Region than the bucket's.
 *
 * @param region named in a header; empty if S3 does not name it
 */
record Redirect(int status, String code, Optional<String> region) {

  static final String HEADER = "x-amz-bucket-region";

  private static final Pattern CREDENTIAL = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/");

  /** Empty if the request was sent to the right Region. */
  static Optional<Redirect> of(WireRequest request, Bucket.Home home) {
    Matcher signed = CREDENTIAL.matcher(request.headers().getOrDefault("authorization", ""));
    if (!signed.find() || signed.group(1).equals(home.region())) {
      return Optional.empty();
    }
    if (!home.optIn()) {
      return Optional.of(new Redirect(301, "PermanentRedirect", Optional.of(home.region())));
    }
    boolean isHeadBucket = request.method().equals("HEAD") && request.key().isEmpty();
    return Optional.of(
        new Redirect(
            400,
            "IllegalLocationConstraintException",
            Optional.of(home.region()).filter(region -> isHeadBucket)));
  }
}
