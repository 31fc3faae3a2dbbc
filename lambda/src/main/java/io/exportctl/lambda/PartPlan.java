package io.exportctl.lambda;

/**
 * Division of a file into the parts of a multipart copy: small parts, but within <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html">S3's limit</a> on their
 * number.
 *
 * @param size bytes of the file
 * @param partSize bytes of each part except the last
 */
record PartPlan(long size, long partSize) {

  static final int MAX_PARTS = 10_000;
  static final long LARGEST_PART = 5L << 30;

  private static final long SMALLEST_PART = 256L << 20;

  /**
   * Plans parts of 256 MiB, doubled until 10,000 are enough, up to 5 GiB.
   *
   * @throws IllegalArgumentException for more than S3's largest object of 48.8 TiB
   */
  static PartPlan of(long size) {
    long partSize = SMALLEST_PART;
    while (partSize < LARGEST_PART && new PartPlan(size, partSize).count() > MAX_PARTS) {
      partSize = Math.min(2 * partSize, LARGEST_PART);
    }
    PartPlan plan = new PartPlan(size, partSize);
    if (plan.count() > MAX_PARTS) {
      throw new IllegalArgumentException(size + " bytes are more than an object of S3 can have");
    }
    return plan;
  }

  /** Number of parts. */
  long count() {
    return (size + partSize - 1) / partSize;
  }

  /**
   * Size of a part in bytes.
   *
   * @param number 1-based
   */
  long length(int number) {
    return Math.min(partSize, size - first(number));
  }

  /**
   * Range of a part, as <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html">UploadPartCopy</a>
   * takes it: both ends are included.
   */
  String range(int number) {
    long first = first(number);
    return "bytes=%d-%d".formatted(first, first + length(number) - 1);
  }

  private long first(int number) {
    return (number - 1) * partSize;
  }
}
