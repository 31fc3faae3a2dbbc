package io.exportctl.migrate;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.kind.Adoption;
import io.exportctl.kind.Kinds;
import io.exportctl.migrate.OldFolder.OldFile;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Migrates the files of the older system to datasets. */
public final class Migrator {

  private final Workspace workspace;
  private final Validator validator;
  private final Inventory inventory;
  private final Platform platform;

  /** Migrated files by the path of the new file; two with one path are a clash. */
  private final Map<Path, List<MigratedFile>> migrated = new TreeMap<>();

  private final List<Diagnostic> left = new ArrayList<>();

  private Migrator(Workspace workspace, Validator validator, Inventory inventory) {
    this.workspace = workspace;
    this.validator = validator;
    this.inventory = inventory;
    this.platform = Platform.read(inventory.platform());
  }

  /**
   * Plans the migration without writing anything.
   *
   * @param inventory an inventory whose {@code platform.yaml} has no errors
   * @param old the folder that holds {@code push_datasets} and {@code pull_datasets}
   * @throws ExportctlException if the folder holds neither, or cannot be read
   */
  public static Migration plan(
      Workspace workspace, Validator validator, Inventory inventory, Path old) {
    Migrator migrator = new Migrator(workspace, validator, inventory);
    OldFolder folder = OldFolder.read(workspace, old);
    migrator.left.addAll(folder.strays());
    folder.files().forEach(migrator::migrate);
    return migrator.result();
  }

  private void migrate(OldFile old) {
    Optional<String> name =
        OldSystem.newName(Stream.concat(old.givenName().stream(), Stream.of(old.stem())));
    if (old.document().mapping().isEmpty()) {
      left.addAll(
          alone(new DatasetFile(old.kind(), Optional.empty(), old.display(), old.document()))
              .all());
    } else if (!old.duplicates().isEmpty()) {
      left.addAll(old.duplicates());
    } else if (name.isEmpty()) {
      left.add(
          Diagnostic.of(
                  Location.of(old.display()),
                  RuleId.INVALID_VALUE,
                  "neither its name nor its file's name is a valid dataset name, so it is not migrated")
              .withHelp("give the file another name"));
    } else {
      migrate(old, name.get());
    }
  }

  private void migrate(OldFile old, String name) {
    Path path = workspace.datasetFile(old.kind(), name);
    Function<String, DatasetFile> reading =
        text ->
            new DatasetFile(
                old.kind(),
                Optional.of(name),
                workspace.source(path),
                YamlReader.read(workspace.display(path), text.getBytes(StandardCharsets.UTF_8)));
    MigratedFile file = new MigratedFile(old, reading);
    fixFileName(file, name);
    Adoption adoption = Kinds.of(old.kind()).adoption().orElseThrow();
    Stream.of(
            new Indentation(),
            new Names(adoption, name),
            new UnusedKeys(adoption.unused()),
            new RenamedKeys(adoption.renamed()),
            new Switches(adoption.switches()),
            new Users(platform.userPrefix()),
            new PaperworkLinks())
        .forEach(file::take);
    file.applySafeFixes(this::alone);
    file.endLastLine();
    migrated.computeIfAbsent(path, first -> new ArrayList<>()).add(file);
  }

  private static void fixFileName(MigratedFile file, String name) {
    OldFile old = file.old();
    String end = old.name().substring(old.stem().length());
    if (!end.equals(OldSystem.SUFFIX)) {
      file.fixed("the file's name ends in " + end + " -> " + OldSystem.SUFFIX);
      file.ask(
          RuleId.STRAY_FILE,
          "the older system read only *.yaml, and never deployed this dataset",
          "remove the new file, unless the export is to begin now");
    }
    if (!old.stem().equals(name) && !old.givenName().equals(Optional.of(old.stem()))) {
      file.fixed("the file's name " + quote(old.stem()) + " -> " + name);
    }
    boolean marked =
        old.document().problems().stream()
            .anyMatch(problem -> problem.rule() == RuleId.BYTE_ORDER_MARK);
    if (marked) {
      file.fixed("the file begins with a byte order mark -> removed");
    }
  }

  /** Validates a file independently of the other datasets. */
  private Diagnostics alone(DatasetFile file) {
    return validator
        .validate(new Inventory(inventory.platform(), List.of(file), List.of()))
        .filter(found -> found.location().file().equals(file.document().file()));
  }

  private Migration result() {
    Inventory all = inventory;
    List<NewFile> files = new ArrayList<>();
    List<MigratedFile> taken = new ArrayList<>();
    for (Map.Entry<Path, List<MigratedFile>> entry : migrated.entrySet()) {
      MigratedFile file = entry.getValue().get(0);
      if (entry.getValue().size() > 1) {
        clash(entry.getValue());
        continue;
      }
      files.add(newFile(entry.getKey(), file));
      taken.add(file);
      all = all.with(file.file());
    }
    left.addAll(Remainder.of(taken, validator.validate(all)));
    left.addAll(OldPlatform.compare(inventory.platform(), platform, taken));
    return new Migration(
        files, taken.stream().flatMap(file -> file.done().stream()).toList(), Diagnostics.of(left));
  }

  private NewFile newFile(Path path, MigratedFile file) {
    String display = workspace.display(path);
    NewFile created =
        NewFile.of(path, display, file.old().display(), file.old().text(), file.text());
    if (created.state() == NewFile.State.BLOCKED) {
      left.add(
          Diagnostic.of(
                  Location.of(display),
                  RuleId.DUPLICATE_NAME,
                  "the file exists with other content than the migration would write")
              .withHelp("keep it and move the old file away, or remove it and migrate again"));
    }
    return created;
  }

  /** Reports files that get the same name; only their owners can decide which one keeps it. */
  private void clash(List<MigratedFile> files) {
    for (MigratedFile file : files) {
      left.add(
          Diagnostic.of(
                  file.namePlace(),
                  RuleId.DUPLICATE_NAME,
                  files.size()
                      + " files would become the dataset "
                      + quote(file.name())
                      + ", so they are not migrated")
              .withHelp("give all but one another name, or remove what is no longer needed")
              .relatedTo(
                  files.stream()
                      .filter(other -> other != file)
                      .map(MigratedFile::namePlace)
                      .toList()));
    }
  }
}
