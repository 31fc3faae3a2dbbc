package io.exportctl.validate;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Severity;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.TwoThreads;
import io.exportctl.yaml.YamlDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds everything that is wrong in a workspace: as YAML, by the schemas, by the rules. */
public final class Validator {

  private final Schemas schemas;
  private final LocalDate today;

  /**
   * @param today for the dates by which datasets are to be reviewed
   */
  public Validator(Schemas schemas, LocalDate today) {
    this.schemas = schemas;
    this.today = today;
  }

  public Diagnostics validate(Inventory inventory) {
    return validate(inventory, this::check);
  }

  /**
   * @param inFile what {@link #check} says of a file, or said of the same before
   */
  Diagnostics validate(Inventory inventory, Function<DatasetFile, List<Diagnostic>> inFile) {
    YamlDocument platform = inventory.platform();
    List<Diagnostic> inPlatform =
        Stream.concat(platform.problems().stream(), schemas.checkPlatform(platform).stream())
            .toList();
    List<Diagnostic> inDatasets =
        TwoThreads.map(inventory.datasets(), inFile).stream().flatMap(List::stream).toList();
    Checked checked =
        new Checked(
            inventory,
            Diagnostics.of(inPlatform).hasErrors()
                ? Optional.empty()
                : Optional.of(Platform.read(platform)),
            refused(inDatasets),
            today);
    List<Diagnostic> found =
        Stream.of(
                inPlatform.stream(),
                inDatasets.stream(),
                inventory.strays().stream(),
                Rules.ALL.stream().flatMap(rule -> rule.check(checked)))
            .flatMap(diagnostics -> diagnostics)
            .toList();
    return Diagnostics.of(new Suppression(checked).apply(found));
  }

  /** What is wrong with one dataset's file, whatever the others hold. */
  List<Diagnostic> check(DatasetFile file) {
    List<Diagnostic> problems = file.document().problems();
    List<Diagnostic> refused = schemas.check(file.kind(), file.document());
    return problems.isEmpty()
        ? refused
        : Stream.concat(problems.stream(), refused.stream()).toList();
  }

  /** A value that is only warned of is taken. */
  private static Map<String, Set<Location>> refused(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(found -> found.severity() == Severity.ERROR)
        .map(Diagnostic::location)
        .collect(Collectors.groupingBy(Location::file, Collectors.toSet()));
  }
}
