package io.exportctl.kind.landing;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;

/**
 * The section {@code landing} of platform.yaml.
 *
 * @param bucket the bucket that extractions arrive in, a folder for each dataset
 * @param curatedBucket the bucket of the tables' files, a folder for each dataset
 * @param extractorImage the container image of the extractor, with its tag or digest
 */
public record LandingPlatform(String bucket, String curatedBucket, String extractorImage) {

  static LandingPlatform read(Fields valid) {
    return new LandingPlatform(
        valid.text("bucket"), valid.text("curated_bucket"), valid.text("extractor_image"));
  }

  /**
   * Returns the section of a platform that has landing datasets.
   *
   * @throws IllegalStateException if it is missing, which the rule missing-section should have
   *     refused
   */
  static LandingPlatform of(Platform platform) {
    Fields section = platform.sections().get(DatasetKind.LANDING);
    if (section == null) {
      throw new IllegalStateException("platform.yaml has no section landing, was it validated?");
    }
    return read(section);
  }

  /** Returns the name of the bucket that holds the loader's code. */
  String codeBucket() {
    return bucket + "-lambda";
  }
}
