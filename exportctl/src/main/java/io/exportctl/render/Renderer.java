package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills the templates of Terraform files. Pure: it reads templates and writes nothing. */
final class Renderer {

  private final TemplateEngine templates;
  private final Platform platform;

  Renderer(TemplateEngine templates, Platform platform) {
    this.templates = templates;
    this.platform = platform;
  }

  RenderedFile platform() {
    return file("", "platform.tf", "datasets/platform.yaml", "platform/platform", Map.of());
  }

  /** What makes a folder a root of its own, beside that of the platform. */
  RenderedFile root(String name) {
    String folder = Roots.FOLDER + "/" + name + "/";
    return file(folder, Roots.FILE, "datasets/platform.yaml", "root/root", Map.of("root", name));
  }

  /** What all users may do with all datasets. */
  RenderedFile users(String folder, Collection<Dataset> datasets) {
    Map<String, Object> model = Map.of("users", UserGrants.of(datasets, platform));
    return file(folder, "users.tf", "datasets/", "users/users", model);
  }

  /** A file with an import block for each thing that is there already. */
  RenderedFile adopt(Adoption adoption) {
    StringBuilder imports =
        new StringBuilder(
            templates.hcl("templates/platform/adopt.tf.ftl", Map.of("platform", platform)));
    for (Dataset dataset : adoption.datasets()) {
      String template = "templates/" + dataset.kind().id() + "/adopt.tf.ftl";
      Map<String, Object> model = Map.of("dataset", dataset, "location", dataset.grant(platform));
      imports.append(templates.hcl(template, model));
    }
    return RenderedFile.of(Adoption.FILE, "datasets/", imports.toString());
  }

  /** What a dataset says. */
  RenderedFile dataset(String folder, String source, Dataset dataset) {
    String kind = dataset.kind().id();
    Map<String, Object> model = Map.of("dataset", dataset, "location", dataset.grant(platform));
    String name = Roots.name(dataset.id()) + ".tf";
    return file(folder, name, source, kind + "/dataset", model);
  }

  /**
   * What datasets of a kind share. Terraform looks at each call of a module on its own before it
   * plans, so that one call for all takes far less (docs/benchmarks.md).
   *
   * @param names sorted
   */
  RenderedFile kind(String folder, DatasetKind kind, List<String> names) {
    int widest = names.stream().mapToInt(String::length).max().orElse(0);
    String id = kind.id();
    Map<String, Object> model = Map.of("names", names, "widest", widest);
    return file(folder, id + ".tf", "datasets/" + id + "/", id + "/" + id, model);
  }

  /**
   * @param folder empty, or with a slash at its end
   */
  private RenderedFile file(
      String folder, String name, String source, String template, Map<String, Object> values) {
    Map<String, Object> model = new HashMap<>(values);
    model.put("platform", platform);
    model.put("modules", folder.isEmpty() ? "./modules" : "../../modules");
    String text = templates.hcl("templates/" + template + ".tf.ftl", model);
    return RenderedFile.of(folder + name, source, text);
  }
}
