package io.exportctl.review.plan;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.text.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a plan in the <a
 * href="https://developer.hashicorp.com/terraform/internals/json-format">format</a> of {@code
 * terraform show -json}, whose minor versions only add members.
 */
final class PlanFile {

  private static final Pattern SUPPORTED = Pattern.compile("1\\.[0-9]+");
  private static final String HOW = "terraform show -json plan.tfplan > plan.json";

  private PlanFile() {}

  /**
   * Reads the resources that a plan manages, changed or not.
   *
   * @param shown the path as the user wrote it
   * @throws ExportctlException if the file cannot be read or holds no plan of this format
   */
  static List<ResourceChange> read(Path file, String shown) {
    Map<String, Object> plan;
    try (InputStream in = Files.newInputStream(file)) {
      plan =
          JsonReader.members(in, Set.of("format_version", "resource_changes", "errored"))
              .orElseThrow(
                  () -> new ExportctlException(shown + " is not JSON; write it with " + HOW));
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + shown, e);
    }
    String version = String.valueOf(plan.get("format_version"));
    if (!plan.containsKey("format_version") || !plan.containsKey("planned_values")) {
      throw new ExportctlException(shown + " is not a plan; write it with " + HOW);
    }
    if (!SUPPORTED.matcher(version).matches()) {
      throw new ExportctlException(
          shown
              + " has format "
              + version
              + ", expected 1.x; upgrade exportctl, or use the"
              + " terraform that docs/installing.md names");
    }
    if (Boolean.TRUE.equals(plan.get("errored"))) {
      throw new ExportctlException(
          shown + " is of a plan that failed and is not whole; fix what terraform plan reports");
    }
    return Json.objects(plan.get("resource_changes")).stream()
        .filter(resource -> !"data".equals(resource.get("mode")))
        .map(ResourceChange::of)
        .toList();
  }
}
