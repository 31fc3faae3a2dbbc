package io.exportctl.dataset;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.Locale;

/** Distribution of datasets over root modules, the folders in which Terraform runs. */
public enum Layout {
  /** A single root with a single state. */
  SINGLE,
  /** A root for the platform, one for each dataset, and one for all users. */
  PER_DATASET;

  /**
   * Reads {@code layout}; falls back to the default if it is missing or invalid, which {@code
   * validate} reports.
   */
  public static Layout of(YamlDocument platform) {
    String named = platform.text("layout").map(YamlNode.Scalar::text).orElse("");
    for (Layout layout : values()) {
      if (layout.toString().equals(named)) {
        return layout;
      }
    }
    return SINGLE;
  }

  /** Returns the value in platform.yaml. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
