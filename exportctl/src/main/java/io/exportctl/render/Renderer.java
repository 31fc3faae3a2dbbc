package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Fills the templates of Terraform files. Pure: it reads templates and writes nothing. */
final class Renderer {

  private final TemplateEngine templates;
  private final Platform platform;

  Renderer(TemplateEngine templates, Platform platform) {
    this.templates = templates;
    this.platform = platform;
  }

  PlannedFile platform() {
    return file("", "platform.tf", "datasets/platform.yaml", "platform/platform", this::addTags);
  }

  /** What makes a folder a root of its own, beside that of the platform. */
  PlannedFile root(String name) {
    return file(
        Roots.FOLDER + "/" + name + "/",
        Roots.FILE,
        "datasets/platform.yaml",
        "root/root",
        model -> {
          addTags(model);
          model.put("root", name);
        });
  }

  /** Access of all users to all datasets. */
  PlannedFile users(String folder, Collection<Dataset> datasets) {
    return file(
        folder,
        "users.tf",
        "datasets/",
        "users/users",
        model -> {
          List<DatasetKind> kinds = KindTemplate.ACCESS.kinds(templates);
          model.put("users", UserGrants.of(datasets, platform, kinds));
          model.put("access", kinds.stream().map(KindTemplate.ACCESS::path).toList());
        });
  }

  /** A file with an import block for each thing that is there already. */
  PlannedFile adopt(Adoption adoption) {
    return new PlannedFile(Adoption.FILE, () -> RenderedFile.text("datasets/", imports(adoption)));
  }

  private String imports(Adoption adoption) {
    StringBuilder imports =
        new StringBuilder(
            templates.hcl("templates/platform/adopt.tf.ftl", Map.of("platform", platform)));
    for (Dataset dataset : adoption.datasets()) {
      String template = "templates/" + dataset.kind().id() + "/adopt.tf.ftl";
      Map<String, Object> model = new HashMap<>();
      add(dataset, model);
      imports.append(templates.hcl(template, model));
    }
    return imports.toString();
  }

  /** What a dataset says. */
  PlannedFile dataset(String folder, String source, Dataset dataset) {
    String name = Roots.name(dataset.id()) + ".tf";
    return file(
        folder, name, source, dataset.kind().id() + "/dataset", model -> add(dataset, model));
  }

  private void add(Dataset dataset, Map<String, Object> model) {
    model.put("dataset", dataset);
    model.put("location", dataset.grant(platform));
  }

  /**
   * What datasets of a kind share. Terraform looks at each call of a module on its own before it
   * plans, so that one call for all takes far less (docs/benchmarks.md).
   *
   * @param names sorted
   */
  PlannedFile kind(String folder, DatasetKind kind, List<String> names) {
    String id = kind.id();
    return file(
        folder,
        id + ".tf",
        "datasets/" + id + "/",
        id + "/" + id,
        model -> {
          model.put("names", names);
          model.put("widest", widest(names));
        });
  }

  /** What the provider's tags are aligned by. */
  private void addTags(Map<String, Object> model) {
    model.put("widest", widest(platform.tags().keySet()));
  }

  private static int widest(Collection<String> names) {
    int widest = 0;
    for (String name : names) {
      widest = Math.max(widest, name.length());
    }
    return widest;
  }

  /**
   * @param folder empty, or with a slash at its end
   */
  private PlannedFile file(
      String folder,
      String name,
      String source,
      String template,
      Consumer<Map<String, Object>> values) {
    return new PlannedFile(
        folder + name,
        () -> {
          Map<String, Object> model = new HashMap<>();
          values.accept(model);
          model.put("platform", platform);
          model.put("modules", folder.isEmpty() ? "./modules" : "../../modules");
          String body = templates.hcl("templates/" + template + ".tf.ftl", model);
          return RenderedFile.text(source, body);
        });
  }
}
