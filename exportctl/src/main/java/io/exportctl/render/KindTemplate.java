package io.exportctl.render;

import io.exportctl.dataset.DatasetKind;
import java.util.Arrays;
import java.util.List;

/** Templates that a kind of dataset may lack; a kind that has one has what it renders. */
enum KindTemplate {
  /** The statements of a user's policy for datasets of the kind. */
  ACCESS("access"),
  /** What all datasets of the kind share, in the platform's root. */
  PLATFORM("platform"),
  /** The same in a dataset's own root, looked up by name. */
  DEPLOYED_PLATFORM("deployed_platform"),
  /** Import blocks for what the platform's root has of the kind. */
  ADOPT_PLATFORM("adopt_platform");

  private final String file;

  KindTemplate(String file) {
    this.file = file;
  }

  /** Path of the template of a kind. */
  String path(DatasetKind kind) {
    return "templates/" + kind.id() + "/" + file + ".tf.ftl";
  }

  /** The kinds that have the template, in their own order. */
  List<DatasetKind> kinds(TemplateEngine templates) {
    return Arrays.stream(DatasetKind.values()).filter(kind -> templates.has(path(kind))).toList();
  }
}
