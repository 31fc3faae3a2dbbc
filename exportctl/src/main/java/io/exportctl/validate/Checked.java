package io.exportctl.validate;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.RoleArn;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Quotation;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.workspace.Inventory;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the rules look at, after the schemas. */
final class Checked {

  private final Inventory inventory;
  private final Optional<Platform> platform;
  private final Map<String, Set<Location>> refused;
  private final LocalDate today;

  /** Many rules look at the same few keys of all datasets. */
  private final Map<String, List<Value>> byKey = new HashMap<>();

  /**
   * @param platform empty while {@code platform.yaml} has errors of its own; what depends on it is
   *     checked once they are mended
   * @param refused by file, the places of the values that their schema refuses: one cause, one
   *     message
   * @param today for the dates by which datasets are to be reviewed
   */
  Checked(
      Inventory inventory,
      Optional<Platform> platform,
      Map<String, Set<Location>> refused,
      LocalDate today) {
    this.inventory = inventory;
    this.platform = platform;
    this.refused = Map.copyOf(refused);
    this.today = today;
  }

  Inventory inventory() {
    return inventory;
  }

  Optional<Platform> platform() {
    return platform;
  }

  LocalDate today() {
    return today;
  }

  /** A value of a dataset's file that its schema takes. */
  record Value(DatasetFile file, YamlNode.Scalar scalar) {

    String text() {
      return scalar.text();
    }

    Location location() {
      return file.document().location(scalar);
    }

    Diagnostic diagnose(RuleId rule, String message) {
      return Diagnostic.of(location(), rule, message);
    }
  }

  /** A role that may read the bucket of a dataset. */
  record Role(Value value, RoleArn arn) {

    /** What is wrong with it, by its name: an ARN is too long for a message. */
    Diagnostic diagnose(RuleId rule, String message) {
      return value.diagnose(rule, Quotation.quote(arn.name()) + message);
    }
  }

  /** The texts under a top-level key, of all datasets: the items of lists, or single texts. */
  Stream<Value> values(String key) {
    return byKey
        .computeIfAbsent(
            key, first -> inventory.datasets().stream().flatMap(file -> values(file, key)).toList())
        .stream();
  }

  Stream<Value> values(DatasetFile file, String key) {
    Stream<Value> values =
        file.document().texts(key).stream().map(scalar -> new Value(file, scalar));
    Set<Location> refusedHere = refused.getOrDefault(file.document().file(), Set.of());
    return refusedHere.isEmpty()
        ? values
        : values.filter(value -> !refusedHere.contains(value.location()));
  }

  /** The names that datasets give themselves. */
  Stream<Value> names() {
    return values("name");
  }

  /** The roles that may read, of all datasets. */
  Stream<Role> roles() {
    return values("pull_arns")
        .flatMap(arn -> RoleArn.parse(arn.text()).map(parsed -> new Role(arn, parsed)).stream());
  }

  /** Where {@code platform.yaml} says something that a finding in another file depends on. */
  List<Location> inPlatform(String key) {
    YamlDocument document = inventory.platform();
    return document.text(key).map(document::location).stream().toList();
  }
}
