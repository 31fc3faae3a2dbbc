package io.exportctl.rule;

import io.exportctl.dataset.DatasetId;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports a link to paperwork that several projects use, usually because the file was copied. A
 * project is all datasets of one name. Each further project is reported with the first one only,
 * and can ignore the warning with its own reason: ten projects with one link give nine messages.
 */
public final class SharedPaperwork implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.SHARED_PAPERWORK);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    Set<String> shared = shared(workspace);
    if (!shared.isEmpty()) {
      workspace.files().stream()
          .flatMap(file -> file.paperwork().stream())
          .filter(link -> shared.contains(link.text()))
          // The links of a file are in source order already.
          .sorted(Comparator.comparing(link -> link.file().document().file()))
          .collect(Collectors.groupingBy(Value::text))
          .values()
          .forEach(uses -> check(uses).forEach(found));
    }
  }

  /** Returns the links of more than one project. */
  private static Set<String> shared(CheckedWorkspace workspace) {
    Map<String, String> projects = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (FileValues file : workspace.files()) {
      Optional<DatasetId> project = file.id();
      if (project.isPresent()) {
        for (Value link : file.paperwork()) {
          String first = projects.putIfAbsent(link.text(), project.get().name());
          if (first != null && !first.equals(project.get().name())) {
            shared.add(link.text());
          }
        }
      }
    }
    return shared;
  }

  /**
   * Reports the use of a link by further projects.
   *
   * @param uses uses of one link, in source order
   */
  private static Stream<Diagnostic> check(List<Value> uses) {
    Map<String, Value> projects = new LinkedHashMap<>();
    for (Value use : uses) {
      use.file().name().ifPresent(name -> projects.putIfAbsent(name.text(), use));
    }
    return projects.values().stream()
        .skip(1)
        .map(use -> diagnose(use, projects.values().iterator().next()));
  }

  private static Diagnostic diagnose(Value use, Value first) {
    return use.diagnose(
            RuleId.SHARED_PAPERWORK,
            "also the paperwork of " + first.file().source() + ", expected a link of its own")
        .withHelp("link to the document that allows this very export")
        .relatedTo(List.of(first.location()));
  }
}
