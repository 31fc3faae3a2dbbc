package io.exportctl.review.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resource in a plan. Values of its attributes are printed only if they are names or policies.
 *
 * @param module the module call in the root module that the resource belongs to; empty for the root
 *     module itself
 * @param before attributes before the apply; empty if the resource does not exist then
 * @param after known attributes after the apply; empty if the resource does not exist then
 * @param unknown attributes whose value after the apply is not known yet
 * @param sensitive attributes whose values must not be shown
 */
record ResourceChange(
    String address,
    String module,
    String type,
    Action action,
    Map<String, Object> before,
    Map<String, Object> after,
    SortedSet<String> unknown,
    SortedSet<String> sensitive) {

  /** First call in the address of a module, with the key of an instance. */
  private static final Pattern FIRST_CALL =
      Pattern.compile("module\\.[^.\\[]+(?:\\[(?:\"(?:[^\"\\\\]|\\\\.)*\"|[0-9]+)])?");

  /** Attributes that name a resource, the most telling first. */
  private static final List<String> NAMES =
      List.of("function_name", "alarm_name", "dashboard_name", "name", "bucket", "role", "id");

  /** Effect of an apply on a resource. */
  enum Action {
    NOTHING,
    CREATE,
    UPDATE,
    REPLACE,
    DELETE,
    /** The resource stays, and Terraform no longer manages it. */
    FORGET,
    /** An action that this version of exportctl does not know. */
    OTHER
  }

  static ResourceChange of(Map<String, Object> resource) {
    Map<String, Object> change = Json.object(resource.get("change"));
    String module = Json.text(resource.get("module_address"));
    Matcher call = FIRST_CALL.matcher(module);
    SortedSet<String> sensitive = marked(change.get("before_sensitive"));
    sensitive.addAll(marked(change.get("after_sensitive")));
    return new ResourceChange(
        Json.text(resource.get("address")),
        call.lookingAt() ? call.group() : module,
        Json.text(resource.get("type")),
        resource.containsKey("deposed") ? Action.DELETE : action(Json.texts(change.get("actions"))),
        Json.object(change.get("before")),
        Json.object(change.get("after")),
        marked(change.get("after_unknown")),
        sensitive);
  }

  /** Translates the actions, which are sorted. */
  private static Action action(List<String> actions) {
    return switch (String.join(" ", actions)) {
      case "no-op", "read" -> Action.NOTHING;
      case "create" -> Action.CREATE;
      case "update" -> Action.UPDATE;
      case "create delete" -> Action.REPLACE;
      case "delete" -> Action.DELETE;
      case "forget" -> Action.FORGET;
      default -> Action.OTHER;
    };
  }

  /** Returns the attributes that are marked, wholly or in parts. */
  private static SortedSet<String> marked(Object marks) {
    SortedSet<String> names = new TreeSet<>();
    Json.object(marks)
        .forEach(
            (name, mark) -> {
              if (holdsTrue(mark)) {
                names.add(name);
              }
            });
    return names;
  }

  private static boolean holdsTrue(Object mark) {
    return Boolean.TRUE.equals(mark)
        || Json.object(mark).values().stream().anyMatch(ResourceChange::holdsTrue)
        || (mark instanceof List<?> list && list.stream().anyMatch(ResourceChange::holdsTrue));
  }

  /** Returns the attributes that differ, or may differ. */
  SortedSet<String> differences() {
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    names.addAll(unknown);
    return names;
  }

  /** Returns the resource for a person: {@code bucket example-court-dashboard}. */
  String title() {
    return ResourceTypes.noun(type) + " " + name();
  }

  /** Returns the name of the resource; its address if it has none, or a secret one. */
  String name() {
    return NAMES.stream()
        .filter(name -> !sensitive.contains(name))
        .map(name -> Json.text(before.getOrDefault(name, after.get(name))))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(address);
  }
}
