package io.exportctl.dataset;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.Locale;

/** How the datasets are spread over root modules, the folders that Terraform runs in. */
public enum Layout {
  /** All in one root, with one state. */
  SINGLE,
  /** The platform's root, and below it one for each dataset and one for all users. */
  PER_DATASET;

  /**
   * The one that a platform's file names. One that names none, or none that there is, has that
   * which it would be rendered in if nothing were said: {@code validate} speaks of the fault.
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

  /** As it is written in the platform's file. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
