package io.exportctl.review.plan;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.review.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what a plan does, module by module; what has no effect is counted, not listed. */
public final class PlanReview {

  private PlanReview() {}

  /**
   * Lists the changes of a plan.
   *
   * @param file a file in the format of {@code terraform show -json}
   * @param shown the path as the user wrote it
   * @return sorted by module, of each the gravest first
   * @throws ExportctlException if the file cannot be read or holds no plan that is known
   */
  public static List<Change> of(Path file, String shown) {
    List<ResourceChange> resources = PlanFile.read(file, shown);
    Set<String> created =
        resources.stream()
            .filter(resource -> resource.action() == ResourceChange.Action.CREATE)
            .filter(resource -> resource.type().equals("aws_iam_role"))
            .map(ResourceChange::name)
            .collect(Collectors.toSet());
    Map<String, List<ResourceChange>> modules =
        resources.stream()
            .filter(resource -> resource.action() != ResourceChange.Action.NOTHING)
            .collect(
                Collectors.groupingBy(ResourceChange::module, TreeMap::new, Collectors.toList()));
    List<Change> changes = new ArrayList<>();
    modules.forEach(
        (module, members) -> {
          String name = module.isEmpty() ? "the root module" : module;
          ModuleChanges said = new ModuleChanges(created);
          members.stream().sorted(Comparator.comparing(ResourceChange::address)).forEach(said::add);
          said.all().stream()
              .sorted(Comparator.comparing(PolicyChanges.Said::effect).reversed())
              .map(one -> Change.planned(one.effect(), name, one.sentence()))
              .forEach(changes::add);
        });
    return List.copyOf(changes);
  }
}
