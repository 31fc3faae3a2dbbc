package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.Kinds;
import io.exportctl.render.RootModules.Described;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Fills the templates of Terraform files and job files. Pure: it reads templates and writes
 * nothing.
 */
final class Renderer {

  private static final String SOURCE = "datasets/platform.yaml";

  private final TemplateEngine templates;
  private final Platform platform;

  /** Kinds with a part that a dataset's own root looks up. */
  private final Set<DatasetKind> lookedUp;

  private final JobFiles jobs;

  /** Sections of platform.yaml by the kinds that they belong to. */
  private final Map<DatasetKind, Record> sections;

  Renderer(TemplateEngine templates, Platform platform) {
    this.templates = templates;
    this.platform = platform;
    this.sections = Kinds.sections(platform);
    this.lookedUp = Set.copyOf(KindTemplate.DEPLOYED_PLATFORM.kinds(templates));
    this.jobs = JobFiles.of(templates, platform);
  }

  /** Returns the file with the provider, and with values that all datasets share. */
  PlannedFile platform() {
    return file("", "platform.tf", SOURCE, "templates/platform/platform.tf.ftl", this::addTags);
  }

  /** Returns the parts of the platform's root that the datasets of one kind share, a file each. */
  List<PlannedFile> kindPlatforms() {
    return KindTemplate.PLATFORM.kinds(templates).stream()
        .filter(this::isSetUp)
        .map(kind -> kindPlatform("", kind, KindTemplate.PLATFORM))
        .toList();
  }

  /** Returns false for a kind whose section platform.yaml lacks: it has no datasets. */
  private boolean isSetUp(DatasetKind kind) {
    return Kinds.isSetUp(Kinds.of(kind), platform);
  }

  /**
   * Returns the file of a dataset's own root that looks up the shared parts of its kind; empty if
   * the kind has no such part.
   */
  Optional<PlannedFile> deployedPlatform(String folder, DatasetKind kind) {
    return lookedUp.contains(kind)
        ? Optional.of(kindPlatform(folder, kind, KindTemplate.DEPLOYED_PLATFORM))
        : Optional.empty();
  }

  private PlannedFile kindPlatform(String folder, DatasetKind kind, KindTemplate template) {
    // Not <kind>_platform.tf: a dataset may be called "platform".
    String name = "platform_" + kind.id() + ".tf";
    return file(folder, name, SOURCE, template.path(kind), model -> {});
  }

  /** Returns the file with the backend and the provider of a root other than the platform. */
  PlannedFile root(String name) {
    return file(
        Roots.FOLDER + "/" + name + "/",
        Roots.FILE,
        SOURCE,
        "templates/root/root.tf.ftl",
        model -> {
          addTags(model);
          model.put("root", name);
        });
  }

  /** Returns the file with the policies that give users access to datasets. */
  PlannedFile users(String folder, Collection<Dataset> datasets) {
    return file(
        folder,
        "users.tf",
        "datasets/",
        "templates/users/users.tf.ftl",
        model -> {
          List<DatasetKind> kinds =
              KindTemplate.ACCESS.kinds(templates).stream().filter(this::isSetUp).toList();
          model.put("users", UserGrants.of(datasets, platform, kinds));
          model.put("access", kinds.stream().map(KindTemplate.ACCESS::path).toList());
        });
  }

  /** Returns the import blocks for the resources that an adoption takes over. */
  PlannedFile adopt(AdoptedDatasets adoption) {
    ImportBlocks imports = new ImportBlocks(templates, platform);
    return new PlannedFile(
        AdoptedDatasets.FILE, () -> RenderedFile.text("datasets/", imports.of(adoption)));
  }

  /** Returns the file of the resources that a dataset shares with no other. */
  PlannedFile dataset(String folder, Described described) {
    Dataset dataset = described.dataset();
    String name = Roots.name(dataset.id()) + ".tf";
    return file(
        folder,
        name,
        described.source(),
        template(dataset.kind(), "dataset"),
        model -> {
          DatasetModel.add(dataset, platform, model);
          model.put("details", described.details());
          model.put("kind", dataset.kind().id());
          model.put("state", described.details().state().id());
          model.put("isClosed", described.details().state().isClosed());
          model.put("isSingle", folder.isEmpty());
        });
  }

  /**
   * Returns the file with a dataset's settings for the program of its kind; empty if the program
   * reads none.
   */
  Optional<PlannedFile> job(String folder, String source, Dataset dataset) {
    return jobs.file(folder, source, dataset, this::model);
  }

  /**
   * The file that all datasets of a kind share. One call of a module for all of them: Terraform
   * validates each call on its own before it plans.
   *
   * @param datasets the datasets of that kind
   */
  PlannedFile kind(String folder, DatasetKind kind, List<Described> datasets) {
    String id = kind.id();
    return file(
        folder,
        id + ".tf",
        "datasets/" + id + "/",
        template(kind, id),
        model -> KindModel.add(datasets, model));
  }

  private void addTags(Map<String, Object> model) {
    model.put("tags", AlignedEntry.of(new TreeMap<>(platform.tags())));
  }

  private static String template(DatasetKind kind, String name) {
    return "templates/" + kind.id() + "/" + name + ".tf.ftl";
  }

  /**
   * Plans a file with the header of its source.
   *
   * @param folder path that ends in a slash, or empty
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
          Map<String, Object> model = model();
          values.accept(model);
          model.put("modules", folder.isEmpty() ? "./modules" : "../../modules");
          return RenderedFile.text(source, templates.hcl(template, model));
        });
  }

  /** Returns a new model with the values of platform.yaml. */
  private Map<String, Object> model() {
    Map<String, Object> model = new HashMap<>();
    model.put("platform", platform);
    sections.forEach((kind, section) -> model.put(kind.id() + "_platform", section));
    return model;
  }
}
