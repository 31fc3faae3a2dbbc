package io.exportctl.rule;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Location;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the rules measure every dataset by.
 *
 * @param platformFile {@code platform.yaml}, valid or not
 * @param platform empty while that file has errors of its own; what depends on it is checked once
 *     they are mended
 * @param today for the dates by which datasets are to be reviewed
 */
public record RuleContext(YamlDocument platformFile, Optional<Platform> platform, LocalDate today) {

  /** Where {@code platform.yaml} says something that a finding in another file depends on. */
  public List<Location> inPlatform(String key) {
    Optional<YamlNode.Scalar> value = platformFile.text(key);
    return value.isPresent() ? List.of(platformFile.location(value.get())) : List.of();
  }
}
