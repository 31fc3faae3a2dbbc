package io.exportctl.rule;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetId;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values of a dataset file that its schema accepts, so that one fault gives one message. */
public final class FileValues {

  private final DatasetFile file;
  private final Set<Location> refused;

  /**
   * Leaves out the refused values of a file.
   *
   * @param refused places of the values that the schema refuses
   */
  public FileValues(DatasetFile file, Set<Location> refused) {
    this.file = file;
    this.refused = Set.copyOf(refused);
  }

  /** A value that the schema accepts. */
  public record Value(DatasetFile file, Scalar scalar) {

    public String text() {
      return scalar.text();
    }

    public Location location() {
      return file.document().location(scalar);
    }

    /** Returns a finding at the place of this value. */
    public Diagnostic diagnose(RuleId rule, String message) {
      return Diagnostic.of(location(), rule, message);
    }
  }

  /** Returns true if the file has no errors, apart from those that other rules report. */
  public boolean isValid() {
    return refused.isEmpty();
  }

  public DatasetFile file() {
    return file;
  }

  /** Returns the dataset's id with the name in the file, valid or not. */
  public Optional<DatasetId> id() {
    Optional<Scalar> name = file.name();
    return name.isPresent()
        ? Optional.of(new DatasetId(file.kind(), name.get().text()))
        : Optional.empty();
  }

  /** Returns the name in the file, valid or not. */
  public Optional<String> name() {
    return file.name().map(Scalar::text);
  }

  /** Returns the dataset's name, in a list of at most one. */
  public List<Value> names() {
    return values("name");
  }

  public List<Value> users() {
    return values("users");
  }

  public List<Value> paperwork() {
    return values("paperwork");
  }

  /** Returns the file's own keys; empty if the file is not a mapping. */
  public Optional<NestedKeys> keys() {
    return file.document().mapping().map(mapping -> new NestedKeys(this, mapping));
  }

  /** Returns a text as a value, unless the schema refuses it or it is not a text. */
  Optional<Value> accepted(Scalar scalar) {
    return scalar.type() != YamlNode.Type.TEXT || refused.contains(file.document().location(scalar))
        ? Optional.empty()
        : Optional.of(new Value(file, scalar));
  }

  /** Returns the texts under a top-level key: the items of a list, or a single text. */
  public List<Value> values(String key) {
    List<Scalar> texts = file.document().texts(key);
    if (texts.isEmpty()) {
      return List.of();
    }
    List<Value> values = new ArrayList<>(texts.size());
    for (Scalar text : texts) {
      if (refused.isEmpty() || !refused.contains(file.document().location(text))) {
        values.add(new Value(file, text));
      }
    }
    return values;
  }
}
