package io.exportctl.kind.collection;

import io.exportctl.dataset.Fields;
import java.util.Optional;

/**
 * Place of a collection's encrypted files.
 *
 * @param prefix folder of a date's files, with {@code {year}}, {@code {month}} and {@code {day}}
 * @param kmsKeyArn key that the bucket is encrypted with
 * @param daysBefore days by which the folder of an export date is earlier
 * @param hasOffsets true if the name of a file tells the number of its lines
 */
public record Source(
    String bucket, String prefix, Optional<String> kmsKeyArn, int daysBefore, boolean hasOffsets) {

  static Source from(Fields fields) {
    return new Source(
        fields.text("source_bucket"),
        fields.text("source_prefix"),
        fields.optionalText("source_kms_key_arn"),
        fields.number("days_before", 1),
        fields.flag("file_name_offsets"));
  }

  /** Returns the prefix up to its first placeholder, under which the job may read. */
  public String fixedPrefix() {
    int placeholder = prefix.indexOf('{');
    return placeholder < 0 ? prefix : prefix.substring(0, placeholder);
  }

  /** Returns the address of a date's files, for a person. */
  public String url() {
    return "s3://" + bucket + "/" + prefix;
  }
}
