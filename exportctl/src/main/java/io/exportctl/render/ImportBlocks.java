package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import java.util.HashMap;
import java.util.Map;

/** Fills the templates of import blocks, for the resources that an adoption takes over. */
record ImportBlocks(TemplateEngine templates, Platform platform) {

  String of(AdoptedDatasets adoption) {
    Map<String, Object> shared = Map.of("platform", platform);
    StringBuilder imports = new StringBuilder();
    imports.append(templates.hcl("templates/platform/adopt.tf.ftl", shared));
    for (DatasetKind kind : KindTemplate.ADOPT_PLATFORM.kinds(templates)) {
      imports.append(templates.hcl(KindTemplate.ADOPT_PLATFORM.path(kind), shared));
    }
    for (Dataset dataset : adoption.datasets()) {
      Map<String, Object> model = new HashMap<>();
      DatasetModel.add(dataset, platform, model);
      imports.append(templates.hcl("templates/" + dataset.kind().id() + "/adopt.tf.ftl", model));
    }
    return imports.toString();
  }
}
