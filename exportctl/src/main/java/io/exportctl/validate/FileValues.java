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
 * What a dataset's file holds, but for what its schema refuses: one cause, one message. It is
 * looked up each time: to keep what rules across files look at takes more memory than it saves
 * time.
 *
 * @param refused the places of the values that the schema refuses
 */
record FileValues(DatasetFile file, Set<Location> refused) {

  FileValues {
    refused = Set.copyOf(refused);
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

  /** What the file calls its dataset, whether the schema takes that or not. */
  Optional<DatasetId> id() {
    return file.name().map(name -> new DatasetId(file.kind(), name.text()));
  }

  /** The name that the dataset gives itself. */
  List<Value> names() {
    return values("name");
  }

  List<Value> users() {
    return values("users");
  }

  /** Where files go. */
  List<Value> buckets() {
    return values("bucket");
  }

  List<Value> paperwork() {
    return values("paperwork");
  }

  /** The texts under a top-level key: the items of a list, or a single text. */
  List<Value> values(String key) {
    List<Scalar> texts = file.document().texts(key);
    List<Value> values = new ArrayList<>(texts.size());
    for (Scalar text : texts) {
      if (refused.isEmpty() || !refused.contains(file.document().location(text))) {
        values.add(new Value(file, text));
      }
    }
    return values;
  }
}
