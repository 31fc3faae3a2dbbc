package io.exportctl.render;

import io.exportctl.dataset.DatasetKind;
import java.util.Arrays;
import java.util.List;

/** Optional templates of a kind of dataset: a kind has the feature if it has the template. */
enum KindTemplate {
  /** The statements of a user's policy for datasets of the kind. */
  ACCESS("access.tf"),
  /** Resources that all datasets of the kind share, in the root of the platform. */
  PLATFORM("platform.tf"),
  /** Data sources that look those resources up by name, in the root of a dataset. */
  DEPLOYED_PLATFORM("deployed_platform.tf"),
  /** Import blocks for the resources of the kind in the root of the platform. */
  ADOPT_PLATFORM("adopt_platform.tf"),
  /** The settings of a dataset for the program of the kind. */
  JOB("job.json");

  private final String file;

  KindTemplate(String file) {
    this.file = file;
  }

  /** Path of the template of a kind. */
  String path(DatasetKind kind) {
    return "templates/" + kind.id() + "/" + file + ".ftl";
  }

  /** Returns the kinds that have the template, in the order of the kinds. */
  List<DatasetKind> kinds(TemplateEngine templates) {
    return Arrays.stream(DatasetKind.values()).filter(kind -> templates.has(path(kind))).toList();
  }
}
