package io.exportctl.kind.source;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.NestedKeys;
import io.exportctl.rule.WorkspaceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reports two sources with one table or one path of the API, and schemas of the database itself.
 */
final class TableInUse implements WorkspaceRule {

  private static final Set<String> OF_THE_DATABASE =
      Set.of("data", "information_schema", "operations", "public");

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.TABLE_IN_USE);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    Map<String, Value> tables = new HashMap<>();
    Map<String, Value> paths = new HashMap<>();
    for (FileValues file : workspace.files()) {
      Optional<NestedKeys> keys = file.keys();
      if (file.file().kind() == DatasetKind.SOURCE && keys.isPresent()) {
        keys.get().text("schema").ifPresent(schema -> check(keys.get(), schema, tables, found));
        keys.get().sections("aliases").stream()
            .flatMap(alias -> alias.text("path").stream())
            .forEach(path -> first(paths, path.text(), path, "path", found));
      }
    }
  }

  private static void check(
      NestedKeys keys, Value schema, Map<String, Value> tables, Consumer<Diagnostic> found) {
    if (OF_THE_DATABASE.contains(schema.text()) || schema.text().startsWith("pg_")) {
      found.accept(
          schema
              .diagnose(
                  RuleId.TABLE_IN_USE,
                  quote(schema.text())
                      + " is kept by the database for itself, expected another name")
              .withHelp("write the organisation and the dataset, such as hmrc.exporters"));
      return;
    }
    Optional<Value> table = keys.text("table");
    if (table.isPresent() || !keys.has("table")) {
      String name = table.map(Value::text).orElse(keys.has("fetch") ? "L1" : "L0");
      first(tables, schema.text() + " " + name, table.orElse(schema), "table", found);
    }
  }

  private static void first(
      Map<String, Value> firsts,
      String name,
      Value value,
      String what,
      Consumer<Diagnostic> found) {
    Value first = firsts.putIfAbsent(name, value);
    if (first != null) {
      found.accept(
          value
              .diagnose(
                  RuleId.TABLE_IN_USE,
                  "another source has the %s of %s, expected one of its own"
                      .formatted(what, quote(value.text())))
              .withHelp("choose another name, or remove one of the two")
              .relatedTo(List.of(first.location())));
    }
  }
}
