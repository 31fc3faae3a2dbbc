package io.exportctl.lambda;

/**
 * One version of a file in the export bucket, as HEAD describes it.
 *
 * @param versionId S3's id; the literal {@code null} for what was written before versioning was on
 * @param etag with its quotes, as S3 gives and takes it
 * @param size bytes
 * @param tagCount how many tags the version has
 */
record SourceVersion(
    String key, String versionId, String etag, long size, int tagCount, Checksums checksums) {}
