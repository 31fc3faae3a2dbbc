package io.exportctl.kind.collection;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.kind.Kinds;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.WorkspaceRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reports a bucket or a database of the section that the platform has for something else. */
final class WarehouseNames implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.BUCKET_CLASH, RuleId.CATALOGUE_CLASH);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    Optional<SectionNodes> nodes = SectionNodes.in(workspace);
    if (nodes.isEmpty()) {
      return;
    }
    Platform platform = workspace.platform().orElseThrow();
    CollectionPlatform section = CollectionPlatform.of(platform);
    if (Set.of(platform.exportBucket(), platform.lambdaBucket())
        .contains(section.warehouseBucket())) {
      found.accept(bucket(section.warehouseBucket(), nodes.get()));
    }
    for (FileValues file : workspace.files()) {
      for (Value name : file.names()) {
        if (Kinds.of(file.file().kind()).databases(name.text()).contains(section.database())) {
          found.accept(database(section.database(), name, nodes.get()));
        }
      }
    }
  }

  private static Diagnostic bucket(String name, SectionNodes nodes) {
    return Diagnostic.of(
            nodes.value("warehouse_bucket"),
            RuleId.BUCKET_CLASH,
            quote(name) + " is another bucket of the platform, expected one of its own")
        .withHelp("choose another name; exportctl creates the bucket");
  }

  private static Diagnostic database(String database, Value name, SectionNodes nodes) {
    return Diagnostic.of(
            nodes.value("database"),
            RuleId.CATALOGUE_CLASH,
            quote(database)
                + " is a database of the dataset "
                + quote(name.text())
                + ", expected another name")
        .withHelp("choose another name; exportctl creates the database")
        .relatedTo(List.of(name.location()));
  }
}
