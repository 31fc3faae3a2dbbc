package io.exportctl.scaffold;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.render.TemplateEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The texts of files that are yet to be written. */
final class Drafts {

  private final TemplateEngine templates;

  Drafts(TemplateEngine templates) {
    this.templates = templates;
  }

  /**
   * A dataset's file.
   *
   * @param values by key; lists have all their items, other keys have one
   * @param hasSchema whether the workspace has the schema, for editors to find
   * @param isExample whether it is there to be replaced, and says so
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
    model.put("hasSchema", hasSchema);
    model.put("isExample", isExample);
    return templates.yaml("templates/" + kind.id() + "/new.yaml.ftl", model);
  }

  /** The platform's file; what should be a number and is not stays text, for validation to name. */
  String platform(PlatformDraft platform) {
    String days = platform.value("recovery_days");
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("values", platform.values());
    model.put(
        "recoveryDays",
        days.matches("[0-9]{1,9}") ? TemplateEngine.yamlNumber(Integer.parseInt(days)) : days);
    model.put("tags", new TreeMap<>(platform.tags()));
    return templates.yaml("templates/platform/new.yaml.ftl", model);
  }

  /**
   * Any other file. It is filled as YAML is, so that a value stands in quotes unless it is a plain
   * word.
   */
  String file(String template, Map<String, ?> model) {
    return templates.yaml(template, model);
  }
}
