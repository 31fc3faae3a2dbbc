package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import io.exportctl.workspace.Inventory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns valid datasets into Terraform. Pure: it reads templates and writes nothing. */
public final class Renderer {

  private final TemplateEngine templates;

  public Renderer(TemplateEngine templates) {
    this.templates = templates;
  }

  /**
   * Fills the templates of all datasets, of the platform and of the users.
   *
   * @param valid a workspace without errors
   * @return sorted by path; the same for the same datasets in any order
   */
  public List<RenderedFile> render(Inventory valid) {
    Map<String, Dataset> bySource = new TreeMap<>();
    valid.datasets().forEach(file -> bySource.put(file.source(), file.dataset()));
    return render(Platform.read(valid.platform()), bySource);
  }

  List<RenderedFile> render(Platform platform, Map<String, Dataset> bySource) {
    List<RenderedFile> files = new ArrayList<>();
    bySource.forEach((source, dataset) -> files.add(render(source, dataset, platform)));
    for (DatasetKind kind : DatasetKind.values()) {
      List<String> names =
          bySource.values().stream()
              .filter(dataset -> dataset.kind() == kind)
              .map(Dataset::name)
              .sorted()
              .toList();
      if (!names.isEmpty()) {
        files.add(render(kind, names));
      }
    }
    files.add(
        RenderedFile.of(
            "platform.tf",
            "datasets/platform.yaml",
            templates.hcl("templates/platform/platform.tf.ftl", Map.of("platform", platform))));
    List<UserGrants> users = UserGrants.of(bySource.values(), platform);
    files.add(
        RenderedFile.of(
            "users.tf",
            "datasets/",
            templates.hcl("templates/users/users.tf.ftl", Map.of("users", users))));
    files.sort(Comparator.comparing(RenderedFile::path));
    return List.copyOf(files);
  }

  /** A file with an import block for each thing that is there already. */
  RenderedFile adopt(Inventory valid, Adoption adoption) {
    Platform platform = Platform.read(valid.platform());
    StringBuilder imports =
        new StringBuilder(
            templates.hcl("templates/platform/adopt.tf.ftl", Map.of("platform", platform)));
    for (Dataset dataset : adoption.datasets()) {
      String template = "templates/" + dataset.kind().id() + "/adopt.tf.ftl";
      imports.append(templates.hcl(template, model(dataset, platform)));
    }
    return RenderedFile.of(Adoption.FILE, "datasets/", imports.toString());
  }

  /** What a dataset says. */
  private RenderedFile render(String source, Dataset dataset, Platform platform) {
    String kind = dataset.kind().id();
    return RenderedFile.of(
        kind + "_" + dataset.name() + ".tf",
        source,
        templates.hcl("templates/" + kind + "/dataset.tf.ftl", model(dataset, platform)));
  }

  /**
   * What all datasets of a kind share. Terraform looks at each call of a module on its own before
   * it plans, so that one call for all takes far less (docs/scaling.md).
   */
  private RenderedFile render(DatasetKind kind, List<String> names) {
    int widest = names.stream().mapToInt(String::length).max().orElse(0);
    return RenderedFile.of(
        kind.id() + ".tf",
        "datasets/" + kind.id() + "/",
        templates.hcl(
            "templates/" + kind.id() + "/" + kind.id() + ".tf.ftl",
            Map.of("names", names, "widest", widest)));
  }

  private static Map<String, Object> model(Dataset dataset, Platform platform) {
    return Map.of("dataset", dataset, "platform", platform, "location", dataset.grant(platform));
  }
}
