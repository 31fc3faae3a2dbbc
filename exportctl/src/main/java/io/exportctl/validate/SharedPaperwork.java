package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Paperwork allows one export: a link that another dataset has too was most often copied with its
 * file. Datasets of one name are one project. Each further project is told of the first one only,
 * and has its own say why that is right: ten with one link give nine messages.
 */
final class SharedPaperwork implements Rule {

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace
        .values("paperwork")
        // Within a file they are in source order already.
        .sorted(Comparator.comparing(link -> link.file().document().file()))
        .collect(
            Collectors.groupingBy(Checked.Value::text, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(uses -> uses.size() > 1)
        .flatMap(SharedPaperwork::check);
  }

  /**
   * @param uses of one link, in source order
   */
  private static Stream<Diagnostic> check(List<Checked.Value> uses) {
    Map<String, Checked.Value> projects = new LinkedHashMap<>();
    for (Checked.Value use : uses) {
      use.file().name().ifPresent(name -> projects.putIfAbsent(name.text(), use));
    }
    return projects.values().stream()
        .skip(1)
        .map(use -> diagnose(use, projects.values().iterator().next()));
  }

  private static Diagnostic diagnose(Checked.Value use, Checked.Value first) {
    return use.diagnose(
            RuleId.SHARED_PAPERWORK,
            "also the paperwork of " + first.file().source() + ", expected a link of its own")
        .withHelp("link to the document that allows this very export")
        .relatedTo(List.of(first.location()));
  }
}
