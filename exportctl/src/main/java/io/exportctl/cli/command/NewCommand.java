package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.ExportctlCommand;
import io.exportctl.cli.option.KindConverter;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.scaffold.DatasetDraft;
import io.exportctl.schema.Placeholder;
import io.exportctl.schema.Property;
import io.exportctl.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the file of a new dataset. */
@Command(
    name = "new",
    description = "Write the file of a new dataset; what is not given is asked for, or left blank.",
    footer = {
      "",
      "Examples:",
      "  exportctl new push new_project --bucket target-bucket-name \\",
      "      --user alpha_user_one --paperwork https://example.org/dpia/new_project",
      "  exportctl new pull new_project"
    })
final class NewCommand implements Callable<Integer> {

  private final ExportctlCommand top;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      converter = KindConverter.class,
      completionCandidates = KindConverter.class,
      description = "${COMPLETION-CANDIDATES}.")
  private DatasetKind kind;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "Lower-case letters, digits and underscores.")
  private String name;

  @Option(
      names = "--bucket",
      paramLabel = "BUCKET",
      description = "push: the receiver's bucket, by its name.")
  private String bucket;

  @Option(
      names = "--pull-arn",
      paramLabel = "ARN",
      description = "pull: a role that may read; may be repeated.")
  private List<String> pullArns = List.of();

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "A user of the platform; may be repeated.")
  private List<String> users = List.of();

  @Option(
      names = "--paperwork",
      paramLabel = "URL",
      description = "A link to the paperwork; may be repeated.")
  private List<String> paperwork = List.of();

  @Option(names = "--keep-files", description = "push: copy the files instead of moving them.")
  private boolean keepFiles;

  @Option(names = "--allow-push", description = "pull: the roles may also write.")
  private boolean allowPush;

  @Option(names = "--bucket-versioning", description = "pull: keep earlier versions of files.")
  private boolean bucketVersioning;

  @Option(
      names = "--review-by",
      paramLabel = "DATE",
      description = "Until when to ask whether it is still needed, such as 2028-03-31.")
  private String reviewBy;

  NewCommand(ExportctlCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    Workspace workspace = top.workspace();
    refuse(workspace);
    DatasetDraft dataset = new DatasetDraft(workspace, kind, name, top.environment().today());
    Map<String, List<String>> values = given(dataset.properties());
    List<Property> missing =
        dataset.properties().stream()
            .filter(property -> property.required() && !property.key().equals("name"))
            .filter(property -> !values.containsKey(property.key()))
            .toList();
    missing.forEach(
        property -> values.put(property.key(), List.of(Placeholder.of(property.example()))));

    Draft draft = new Draft(top, dataset::check);
    if (draft.isRefused(values)) {
      return ExitStatus.FINDINGS;
    }
    draft.complete(missing, values);
    top.out().println("created " + dataset.write(values));
    draft.printRest(values);
    return ExitStatus.FINE;
  }

  /** What the command line says, by key of the dataset. */
  private Map<String, List<String>> given(List<Property> properties) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    put(values, "bucket", bucket == null ? List.of() : List.of(bucket));
    put(values, "pull_arns", pullArns);
    put(values, "users", users);
    put(values, "paperwork", paperwork);
    put(values, "keep_files", keepFiles ? List.of("true") : List.of());
    put(values, "allow_push", allowPush ? List.of("true") : List.of());
    put(values, "bucket_versioning", bucketVersioning ? List.of("true") : List.of());
    put(values, "review_by", reviewBy == null ? List.of() : List.of(reviewBy));
    List<String> keys = properties.stream().map(Property::key).toList();
    for (String key : values.keySet()) {
      if (!keys.contains(key)) {
        throw new ParameterException(
            spec.commandLine(), "a " + kind + " dataset has no " + key + ": leave the option out");
      }
    }
    return values;
  }

  private static void put(Map<String, List<String>> values, String key, List<String> given) {
    if (!given.isEmpty()) {
      values.put(key, given);
    }
  }

  /** Before anything is asked; the name becomes part of a path. */
  private void refuse(Workspace workspace) {
    if (!DatasetFile.isName(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "\""
              + name
              + "\" is not a dataset name, expected lower-case letters, digits and underscores,"
              + " beginning with a letter");
    }
    Path path = workspace.datasetFile(kind, name);
    if (Files.exists(path)) {
      throw new ExportctlException(
          workspace.display(path) + " exists already; choose another name, or edit that file");
    }
  }
}
