package io.exportctl.kind.collection;

import io.exportctl.dataset.Fields;

/**
 * Limits of a date that is published, and of the job.
 *
 * @param badRecordsPerMillion rejected records in a million
 * @param unreadableFiles files that are cut off or corrupt
 * @param maximumVcpu vCPUs that the job may use at the same time
 */
public record Limits(int badRecordsPerMillion, int unreadableFiles, int maximumVcpu) {

  static Limits from(Fields fields) {
    return new Limits(
        fields.number("bad_records_per_million", 1000),
        fields.number("unreadable_files", 0),
        fields.number("maximum_vcpu", 32));
  }
}
