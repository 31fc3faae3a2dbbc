package io.exportctl.kind.collection;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.RuleContext;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode.Entry;
import io.exportctl.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a setting of a latest table on a table that keeps every record. */
final class PreferWithoutLatest implements FileRule {

  private static final List<String> OF_LATEST = List.of("prefer", "buckets");

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.PREFER_WITHOUT_LATEST);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    YamlDocument document = file.file().document();
    Optional<Mapping> keys = document.mapping();
    if (keys.isEmpty() || mayBeLatest(file, keys.get())) {
      return;
    }
    for (String key : OF_LATEST) {
      keys.get()
          .entry(key)
          .map(Entry::key)
          .map(document::location)
          .map(
              place ->
                  Diagnostic.of(
                          place,
                          RuleId.PREFER_WITHOUT_LATEST,
                          quote(key)
                              + " has no effect on a table of every record, expected"
                              + " \"table: latest\"")
                      .withHelp(
                          "add \"table: latest\" for one row an id, or remove \"" + key + "\""))
          .ifPresent(found);
    }
  }

  /** Returns true also for a value that the schema refuses, as nobody knows what was meant. */
  private static boolean mayBeLatest(FileValues file, Mapping keys) {
    List<Value> tables = file.values("table");
    return tables.isEmpty()
        ? keys.entry("table").isPresent()
        : tables.get(0).text().equals(TableSettings.LATEST);
  }
}
