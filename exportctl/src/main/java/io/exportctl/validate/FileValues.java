package io.exportctl.validate;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetId;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a dataset's file that its schema accepts. Rules see only these, so that a mistake
 * is reported once.
 */
final class FileValues {

  private final DatasetFile file;
  private final Set<Location> refused;
  private final Optional<Scalar> title;
  private final List<Scalar> names;
  private final List<Scalar> misfits;
  private final List<Scalar> users;
  private final List<Scalar> buckets;
  private final List<Scalar> paperwork;

  /**
   * @param refused the places of the values that the schema refuses
   */
  FileValues(DatasetFile file, Set<Location> refused) {
    this.file = file;
    this.refused = Set.copyOf(refused);
    title = file.name();
    names = taken("name");
    misfits = misfitsOf(names);
    users = taken("users");
    buckets = taken("bucket");
    paperwork = taken("paperwork");
  }

  /** A value that the schema takes. */
  record Value(DatasetFile file, Scalar scalar) {

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

  DatasetFile file() {
    return file;
  }

  /** What the file calls its dataset, whether the schema takes that or not. */
  Optional<DatasetId> id() {
    return title.isPresent()
        ? Optional.of(new DatasetId(file.kind(), title.get().text()))
        : Optional.empty();
  }

  /** The name that the dataset gives itself. */
  List<Value> names() {
    return values(names);
  }

  /** Names that the file has not. */
  List<Value> misfits() {
    return values(misfits);
  }

  List<Value> users() {
    return values(users);
  }

  /** Where files go. */
  List<Value> buckets() {
    return values(buckets);
  }

  List<Value> paperwork() {
    return values(paperwork);
  }

  /** The texts under a top-level key: the items of a list, or a single text. */
  List<Value> values(String key) {
    return values(taken(key));
  }

  private List<Scalar> misfitsOf(List<Scalar> names) {
    List<Scalar> misfits = new ArrayList<>(0);
    for (Scalar name : names) {
      if (!NameFileMismatch.fits(new Value(file, name))) {
        misfits.add(name);
      }
    }
    return List.copyOf(misfits);
  }

  private List<Value> values(List<Scalar> scalars) {
    if (scalars.isEmpty()) {
      return List.of();
    }
    List<Value> values = new ArrayList<>(scalars.size());
    for (Scalar scalar : scalars) {
      values.add(new Value(file, scalar));
    }
    return values;
  }

  private List<Scalar> taken(String key) {
    List<Scalar> texts = file.document().texts(key);
    if (refused.isEmpty()) {
      return texts;
    }
    List<Scalar> taken = new ArrayList<>(texts.size());
    for (Scalar text : texts) {
      if (!refused.contains(file.document().location(text))) {
        taken.add(text);
      }
    }
    return List.copyOf(taken);
  }
}
