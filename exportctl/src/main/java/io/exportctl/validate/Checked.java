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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules look at, after the schemas.
 *
 * @param platform empty while {@code platform.yaml} has errors of its own; what depends on it is
 *     checked once they are mended
 * @param refused the places of the values that their schema refuses: one cause, one message
 * @param today for the dates by which datasets are to be reviewed
 */
record Checked(
    Inventory inventory, Optional<Platform> platform, Set<Location> refused, LocalDate today) {

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

  Checked {
    refused = Set.copyOf(refused);
  }

  /** The texts under a top-level key, of all datasets: the items of lists, or single texts. */
  Stream<Value> values(String key) {
    return inventory.datasets().stream().flatMap(file -> values(file, key));
  }

  Stream<Value> values(DatasetFile file, String key) {
    return file.document().texts(key).stream()
        .filter(scalar -> !refused.contains(file.document().location(scalar)))
        .map(scalar -> new Value(file, scalar));
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
