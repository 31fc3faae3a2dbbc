package io.exportctl.doctor;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Severity;
import io.exportctl.render.RenderScope;
import io.exportctl.render.Rendering;
import io.exportctl.schema.Schemas;
import io.exportctl.text.Quantity;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.SchemaFile;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Checks the content of a workspace. */
final class WorkspaceChecks {

  private static final String DATASETS = "datasets";
  private static final String RENDERED = "rendered";
  private static final String EDITOR = "editor";

  private final Workspace workspace;
  private final LocalDate today;

  WorkspaceChecks(Workspace workspace, LocalDate today) {
    this.workspace = workspace;
    this.today = today;
  }

  Stream<Check> all() {
    return Stream.concat(
        datasets().stream(),
        Stream.of(
            own("schema", "schema"),
            own("templates", "templates"),
            own("modules", "terraform"),
            editor()));
  }

  /** Checks the datasets and, if they are valid, the files rendered from them. */
  private List<Check> datasets() {
    try {
      Inventory inventory = workspace.read();
      Diagnostics found =
          new Validator(new Schemas(workspace::resource), today).validate(inventory);
      String files = Quantity.of(inventory.size(), "file");
      if (found.hasErrors()) {
        String errors = "not valid (errors: " + found.count(Severity.ERROR) + "), in " + files;
        Check notValid = Check.error(DATASETS, errors, "run exportctl validate");
        return found.onAnyDate().hasErrors()
            ? List.of(notValid)
            : List.of(notValid, rendered(inventory));
      }
      Check datasets =
          found.all().isEmpty()
              ? Check.ok(DATASETS, files + ", platform.yaml among them, all valid")
              : Check.warning(
                  DATASETS, "valid with warnings, in " + files, "run exportctl validate");
      return List.of(datasets, rendered(inventory));
    } catch (ExportctlException e) {
      return List.of(Check.error(DATASETS, e.getMessage(), "fix that, and look again"));
    }
  }

  private Check rendered(Inventory valid) {
    Path folder = workspace.terraform();
    if (!Files.exists(folder.resolve("platform.tf"))) {
      return Check.ok(RENDERED, "nothing yet in " + workspace.display(folder));
    }
    try {
      Rendering rendering = Rendering.of(workspace, valid, folder, RenderScope.ALL);
      int stale = rendering.changes().size();
      return stale == 0
          ? Check.ok(RENDERED, Quantity.of(rendering.files(), "file") + " up to date")
          : Check.warning(
              RENDERED, Quantity.of(stale, "file") + " out of date", "run exportctl render");
    } catch (ExportctlException e) {
      return Check.error(RENDERED, e.getMessage(), "fix that, and look again");
    }
  }

  /**
   * Checks for files of the workspace that override those of the tool, and may be outdated copies.
   */
  private Check own(String subject, String folder) {
    Path own = workspace.root().resolve(folder);
    List<String> differing =
        Bundle.list(folder).stream()
            .filter(path -> isOwn(path) ? differs(path) : isMissed(path))
            .toList();
    if (differing.isEmpty()) {
      return Check.ok(
          subject,
          Files.isDirectory(own)
              ? "the workspace's own do not differ from what exportctl brings"
              : "what exportctl brings");
    }
    return Check.warning(
        subject,
        differing.get(0)
            + (differing.size() == 1 ? "" : " and " + (differing.size() - 1) + " more")
            + " of the workspace differ from what exportctl brings",
        "exportctl init --upgrade --diff compares them; remove a template that you did not change");
  }

  private boolean isOwn(String path) {
    return Files.exists(workspace.root().resolve(path));
  }

  /**
   * Returns true if a module of the tool is missing from the workspace's own modules, to which the
   * tool adds none.
   */
  private boolean isMissed(String path) {
    String modules = "terraform/modules";
    return path.startsWith(modules + "/") && Files.isDirectory(workspace.root().resolve(modules));
  }

  private boolean differs(String path) {
    boolean isSchema = path.startsWith("schema/");
    return isSchema
        ? !SchemaFile.read(path, workspace::resource).equals(SchemaFile.read(path, Bundle::read))
        : !Arrays.equals(workspace.resource(path), Bundle.read(path));
  }

  private Check editor() {
    Path settings = workspace.root().resolve(".vscode/settings.json");
    try {
      boolean maps =
          Files.exists(settings)
              && Files.readString(settings, StandardCharsets.ISO_8859_1).contains("yaml.schemas");
      return maps
          ? Check.ok(EDITOR, workspace.display(settings) + " maps datasets to their schemas")
          : Check.warning(
              EDITOR,
              workspace.display(settings) + " maps no datasets to schemas",
              "map them under yaml.schemas to files that exportctl schema KIND prints");
    } catch (IOException e) {
      return Check.warning(
          EDITOR,
          ExportctlException.of("cannot read " + workspace.display(settings), e).getMessage(),
          "check the file's permissions");
    }
  }
}
