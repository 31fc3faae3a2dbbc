package io.exportctl.dataset;

/**
 * Where parts of files may lie that nobody completes any more, and cost until a rule removes them.
 *
 * @param bucket the receiver's
 * @param days after which an upload counts as abandoned: the dead letters of one can be redriven
 *     for longer, and then begin it anew
 */
public record AbandonedUploads(String bucket, String prefix, String ruleId, int days) {}
