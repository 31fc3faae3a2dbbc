package io.exportctl.e2e;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.json.JSONObject;

/**
 * Terraform plan in the <a
 * href="https://developer.hashicorp.com/terraform/internals/json-format#plan-representation">format</a>
 * of {@code terraform show -json}.
 */
record Plan(JSONObject json) {

  /** Returns the action for a resource: {@code no-op}, {@code create}, {@code update} and so on. */
  private static String action(JSONObject resource) {
    return resource.getJSONObject("change").getJSONArray("actions").join(" ").replace("\"", "");
  }

  /** Returns all actions of the plan. */
  NavigableSet<String> actions() {
    return resources().map(Plan::action).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Returns the changed resources with their actions.
   *
   * @param unsettled resource types that every plan updates because of the emulator
   */
  List<String> touched(Set<String> unsettled) {
    return resources()
        .filter(resource -> !action(resource).equals("no-op"))
        .filter(
            resource ->
                !action(resource).equals("update")
                    || !unsettled.contains(resource.getString("type")))
        .map(resource -> resource.getString("address") + ": " + action(resource))
        .toList();
  }

  /** Returns the new addresses of moved resources by their old ones. */
  NavigableMap<String, String> moved() {
    return resources()
        .filter(resource -> resource.has("previous_address"))
        .collect(
            Collectors.toMap(
                resource -> resource.getString("previous_address"),
                resource -> resource.getString("address"),
                (one, other) -> one,
                TreeMap::new));
  }

  /** What happens to those that are imported, by address. */
  NavigableMap<String, String> imported() {
    return resources()
        .filter(resource -> resource.getJSONObject("change").has("importing"))
        .collect(
            Collectors.toMap(
                resource -> resource.getString("address"),
                Plan::action,
                (one, other) -> one,
                TreeMap::new));
  }

  /** Returns the changed attributes, as {@code type.attribute}. */
  NavigableSet<String> differences() {
    NavigableSet<String> differences = new TreeSet<>();
    resources()
        .filter(resource -> !action(resource).equals("no-op"))
        .forEach(
            resource -> {
              Map<String, Object> before = state(resource, "before");
              state(resource, "after").entrySet().stream()
                  .filter(after -> !Objects.equals(after.getValue(), before.get(after.getKey())))
                  .map(after -> resource.getString("type") + "." + after.getKey())
                  .forEach(differences::add);
            });
    return differences;
  }

  /** Returns the attributes of a resource before the apply. */
  JSONObject before(String address) {
    return resources()
        .filter(resource -> resource.getString("address").equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in the plan: " + address))
        .getJSONObject("change")
        .getJSONObject("before");
  }

  /** Returns the attributes before or after the apply; empty if there is no resource then. */
  private static Map<String, Object> state(JSONObject resource, String when) {
    JSONObject state = resource.getJSONObject("change").optJSONObject(when);
    return state == null ? Map.of() : state.toMap();
  }

  private Stream<JSONObject> resources() {
    return StreamSupport.stream(json.getJSONArray("resource_changes").spliterator(), false)
        .map(JSONObject.class::cast);
  }
}
