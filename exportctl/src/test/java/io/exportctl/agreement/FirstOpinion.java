package io.exportctl.agreement;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Severity;
import io.exportctl.schema.Schemas;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Goldens;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Verdict of our own validator on a document, as the only dataset or as the platform. */
final class FirstOpinion {

  static final String FILE = "x.yaml";

  private final Validator validator =
      new Validator(
          new Schemas(Workspace.find(ExampleWorkspace.REPOSITORY)::resource),
          LocalDate.of(2027, 1, 15));
  private final YamlDocument platform =
      YamlReader.read(
          "platform.yaml", Corpus.bytes(Goldens.resources().resolve("validate/platform.yaml")));

  /** Returns the errors, which stop a deployment. */
  List<Diagnostic> errors(String schema, YamlDocument document) {
    Inventory inventory =
        DatasetKind.of(schema)
            .map(kind -> new DatasetFile(kind, Optional.of("x"), FILE, document))
            .map(file -> new Inventory(platform, List.of(file), List.of()))
            .orElseGet(() -> new Inventory(document, List.of(), List.of()));
    return validator.validate(inventory).all().stream()
        .filter(found -> found.severity() == Severity.ERROR)
        .toList();
  }
}
