package io.exportctl.rule;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Location;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The facts that rules check every dataset against.
 *
 * @param platformFile {@code platform.yaml}, valid or not
 * @param platform empty while that file has errors; rules that need it wait until they are fixed
 * @param today date against which review dates are compared
 * @param expressions reader of regular expressions
 */
public record RuleContext(
    YamlDocument platformFile,
    Optional<Platform> platform,
    LocalDate today,
    Expressions expressions) {

  /** Returns the place of a key in {@code platform.yaml}, for a finding that depends on it. */
  public List<Location> inPlatform(String key) {
    Optional<YamlNode.Scalar> value = platformFile.text(key);
    return value.isPresent() ? List.of(platformFile.location(value.get())) : List.of();
  }
}
