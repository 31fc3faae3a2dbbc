package io.exportctl.lambda;

/**
 * A version of a file in the export bucket, as HEAD describes it.
 *
 * @param versionId S3's id; the text {@code null} for versions from before versioning was enabled
 * @param etag with its quotes
 * @param size bytes
 * @param tagCount number of tags
 */
record SourceVersion(
    String key, String versionId, String etag, long size, int tagCount, Checksums checksums) {}
