package io.exportctl.dataset;

/**
 * Parts of files whose upload was abandoned: they cost money until a lifecycle rule removes them.
 *
 * @param bucket the receiver's bucket
 * @param days days after which an upload counts as abandoned; a dead letter that is redriven later
 *     starts the upload again
 */
public record AbandonedUploads(String bucket, String prefix, String ruleId, int days) {}
