package io.exportctl.scaffold;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.render.TemplateEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders the texts of new files. */
final class Drafts {

  private final TemplateEngine templates;

  Drafts(TemplateEngine templates) {
    this.templates = templates;
  }

  /**
   * Renders a dataset's file.
   *
   * @param values the values by key; a list has all its items, another key has one
   * @param hasSchema true if the workspace has the schema for editors to find
   * @param isExample true if the text says that the dataset is an example to replace
   */
  String dataset(
      DatasetKind kind,
      String name,
      Map<String, List<String>> values,
      boolean hasSchema,
      boolean isExample) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", name);
    model.put("values", values);
    model.put("numbers", numbers(values));
    model.put("hasSchema", hasSchema);
    model.put("isExample", isExample);
    return templates.yaml("templates/" + kind.id() + "/new.yaml.ftl", model);
  }

  /** Returns the single values as numbers; a template takes its numbers from here. */
  private static Map<String, Object> numbers(Map<String, List<String>> values) {
    Map<String, Object> numbers = new TreeMap<>();
    values.forEach((key, texts) -> numbers.put(key, TemplateEngine.yamlNumber(texts.get(0))));
    return numbers;
  }

  /** Renders the platform's file; an invalid number stays text, which validation reports. */
  String platform(PlatformDraft platform) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("values", platform.values());
    model.put("recoveryDays", TemplateEngine.yamlNumber(platform.value("recovery_days")));
    model.put("tags", new TreeMap<>(platform.tags()));
    return templates.yaml("templates/platform/new.yaml.ftl", model);
  }

  /**
   * Renders any other file. Values are escaped as in YAML: they are quoted unless they are plain
   * words.
   */
  String file(String template, Map<String, ?> model) {
    return templates.yaml(template, model);
  }
}
