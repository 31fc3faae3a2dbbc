package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.option.SchemaOptions;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.scaffold.DatasetDraft;
import io.exportctl.schema.Placeholder;
import io.exportctl.schema.Property;
import io.exportctl.schema.Schemas;
import io.exportctl.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the file of a new dataset of one kind. */
final class NewDatasetCommand implements Callable<Integer> {

  private static final String NAME = "name";

  private final Session session;
  private final DatasetKind kind;
  private final SchemaOptions options;
  private final PositionalParamSpec nameParameter;

  private NewDatasetCommand(Session session, DatasetKind kind, List<Property> options) {
    this.session = session;
    this.kind = kind;
    this.options = new SchemaOptions(options, List.of());
    this.nameParameter =
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("NAME")
            .type(String.class)
            .required(false)
            .arity("0..1")
            .description(
                "Lower-case letters, digits and underscores. On a terminal it is asked for.")
            .build();
  }

  /**
   * Returns the command, with an option for each key in the schema of the kind: that of the
   * workspace around the current folder, as {@code -C} is not parsed yet.
   */
  static CommandSpec of(Session session, DatasetKind kind) {
    Schemas schemas = new Schemas(Workspace.resources(session.environment().directory()));
    List<Property> properties = schemas.properties(kind);
    List<Property> options = new ArrayList<>(withoutName(properties));
    options.addAll(schemas.nestedOptions(kind));
    NewDatasetCommand command = new NewDatasetCommand(session, kind, options);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(kind.id());
    spec.addPositional(command.nameParameter);
    command.options.addTo(spec);
    spec.usageMessage()
        .sortOptions(false)
        .description("Write the file of a new " + kind + " dataset.")
        .footer(example(kind, properties).toArray(String[]::new));
    return spec;
  }

  private static List<Property> withoutName(List<Property> properties) {
    return properties.stream().filter(property -> !property.key().equals(NAME)).toList();
  }

  private static List<String> example(DatasetKind kind, List<Property> properties) {
    List<String> lines = new ArrayList<>(List.of("", "Examples:"));
    lines.add("  exportctl new " + kind + " new_project");
    for (Property property : withoutName(properties)) {
      if (property.required() && !property.takesKeys()) {
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + " \\");
        lines.add("      " + SchemaOptions.name(property) + " " + property.example());
      }
    }
    return lines;
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    String name = nameParameter.getValue() == null ? askForName() : nameParameter.getValue();
    refuse(workspace, name);
    DatasetDraft dataset = new DatasetDraft(workspace, kind, name, session.environment().today());
    Map<String, List<String>> values = options.values();
    List<Property> missing =
        withoutName(dataset.properties()).stream()
            .filter(property -> property.required() && !values.containsKey(property.key()))
            .toList();
    missing.forEach(
        property -> values.put(property.key(), List.of(Placeholder.of(property.example()))));

    Draft draft = new Draft(session, dataset::check);
    if (draft.isRefused(values)) {
      return ExitStatus.FINDINGS;
    }
    draft.complete(missing, values);
    session.out().println("created " + dataset.write(values));
    draft.printRest(values);
    return ExitStatus.FINE;
  }

  private String askForName() {
    if (!session.environment().terminalIn()) {
      throw new UsageException("NAME is missing");
    }
    return session
        .questions()
        .word(
            "name of the new " + kind + " dataset (such as new_project)",
            word -> DatasetFile.isName(word) ? Optional.empty() : Optional.of(notAName(word)));
  }

  private static String notAName(String word) {
    return "\""
        + word
        + "\" is not a dataset name, expected lower-case letters, digits and underscores,"
        + " beginning with a letter, and not a name that Windows reserves, such as aux";
  }

  /** Checks the name before any question is asked, as it becomes part of a path. */
  private void refuse(Workspace workspace, String name) {
    if (!DatasetFile.isName(name)) {
      throw new UsageException(notAName(name));
    }
    Path path = workspace.datasetFile(kind, name);
    if (Files.exists(path)) {
      throw new ExportctlException(
          workspace.display(path) + " exists already; choose another name, or edit that file");
    }
  }
}
