package io.exportctl.scaffold;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.kind.Kind;
import io.exportctl.kind.Kinds;
import io.exportctl.schema.Property;
import io.exportctl.schema.Schemas;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Example datasets of a new workspace, one of each kind that needs no settings, from the schemas'
 * examples.
 */
final class Examples {

  private final Schemas schemas;
  private final Drafts drafts;

  Examples(Schemas schemas, Drafts drafts) {
    this.schemas = schemas;
    this.drafts = drafts;
  }

  /** Returns the kinds that need no section in platform.yaml, whose datasets work at once. */
  List<DatasetKind> kinds() {
    return Kinds.all().stream()
        .filter(kind -> kind.platformSection().isEmpty())
        .map(Kind::id)
        .toList();
  }

  static String name(DatasetKind kind) {
    return "example_" + kind.id();
  }

  String text(DatasetKind kind, PlatformDraft platform) {
    Map<String, String> inSchema =
        schemas.properties(kind).stream()
            .filter(Property::required)
            .collect(Collectors.toMap(Property::key, Property::example));
    String itsName = inSchema.remove("name");
    Map<String, List<String>> values = new TreeMap<>();
    // Links to paperwork contain the name, as two datasets must not share their paperwork.
    inSchema.forEach((key, value) -> values.put(key, List.of(value.replace(itsName, name(kind)))));
    values.put("users", List.of(platform.value("user_prefix") + "example"));
    return drafts.dataset(kind, name(kind), values, true, true);
  }
}
