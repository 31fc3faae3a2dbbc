package io.exportctl.migrate;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.List;

/** A step of the migration, which handles one kind of difference from the older system. */
interface Step {

  /** Returns the outcomes in source order; their edits do not overlap. */
  List<Outcome> in(YamlDocument document, YamlNode.Mapping keys);
}
