package io.exportctl.lambda;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Checksums of a whole object by algorithm. Checksums that are computed from parts are left out,
 * since the copy of a multipart object has other parts.
 */
record Checksums(Map<String, String> byAlgorithm) {

  private static final String PREFIX = "Checksum";
  private static final String TYPE = "ChecksumType";

  Checksums {
    byAlgorithm = Map.copyOf(byAlgorithm);
  }

  /** Reads every checksum field of the response, including those of future algorithms. */
  static Checksums of(SdkPojo response) {
    Map<String, String> found = new TreeMap<>();
    String type = "";
    for (SdkField<?> field : response.sdkFields()) {
      if (!field.memberName().startsWith(PREFIX)
          || !(field.getValueOrDefault(response) instanceof String value)) {
        continue;
      }
      if (field.memberName().equals(TYPE)) {
        type = value;
      } else if (value.indexOf('-') < 0) { // "<base64>-<parts>" is composed of parts
        found.put(field.memberName().substring(PREFIX.length()), value);
      }
    }
    return new Checksums(type.equals("COMPOSITE") ? Map.of() : found);
  }

  /** Describes a checksum that both sides know and that differs. */
  Optional<String> differenceTo(Checksums copy) {
    return byAlgorithm.entrySet().stream()
        .filter(
            own ->
                !own.getValue().equals(copy.byAlgorithm.getOrDefault(own.getKey(), own.getValue())))
        .map(
            own ->
                "%s is %s at the source and %s at the target"
                    .formatted(own.getKey(), own.getValue(), copy.byAlgorithm.get(own.getKey())))
        .sorted()
        .findFirst();
  }

  /** Returns true if both sides know a checksum, and all that both know are equal. */
  boolean areProvenBy(Checksums copy) {
    return byAlgorithm.keySet().stream().anyMatch(copy.byAlgorithm::containsKey)
        && differenceTo(copy).isEmpty();
  }
}
