package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Job files, JSON with the settings of a dataset for the program of its kind.
 *
 * @param kinds the kinds whose program reads such a file
 */
record JobFiles(TemplateEngine templates, Platform platform, Set<DatasetKind> kinds) {

  static JobFiles of(TemplateEngine templates, Platform platform) {
    return new JobFiles(templates, platform, Set.copyOf(KindTemplate.JOB.kinds(templates)));
  }

  /**
   * Returns the file of a dataset; empty if the program of its kind reads none.
   *
   * @param shared supplier of a new model with the values of platform.yaml
   */
  Optional<PlannedFile> file(
      String folder, String source, Dataset dataset, Supplier<Map<String, Object>> shared) {
    if (!kinds.contains(dataset.kind())) {
      return Optional.empty();
    }
    String path = folder + Roots.name(dataset.id()) + ".json";
    return Optional.of(new PlannedFile(path, () -> text(source, dataset, shared.get())));
  }

  private String text(String source, Dataset dataset, Map<String, Object> model) {
    DatasetModel.add(dataset, platform, model);
    return RenderedFile.json(source, templates.json(KindTemplate.JOB.path(dataset.kind()), model));
  }
}
