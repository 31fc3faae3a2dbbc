package io.exportctl.migrate;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.List;

/** One kind of drift: finds its places in a file, and says what becomes of them. */
interface Step {

  /** Where the drift is, in source order; edits do not overlap. */
  List<Outcome> in(YamlDocument document, YamlNode.Mapping keys);
}
