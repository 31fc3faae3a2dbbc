package io.exportctl.e2e;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Terraform state as {@code terraform state pull} prints it, which unlike {@code terraform show}
 * does not start the provider.
 */
final class State {

  private State() {}

  /** Returns all resources and data sources, each with its address, mode, type and values. */
  static Stream<JSONObject> resources(JSONObject state) {
    return objects(state.getJSONArray("resources")).flatMap(State::instances);
  }

  /** Returns the attributes of one resource or data source. */
  static JSONObject values(JSONObject state, String address) {
    return resources(state)
        .filter(resource -> resource.getString("address").equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in the state: " + address))
        .getJSONObject("values");
  }

  /** Returns the addresses of all resources without the data sources. */
  static NavigableSet<String> managed(JSONObject state) {
    return resources(state)
        .filter(resource -> resource.getString("mode").equals("managed"))
        .map(resource -> resource.getString("address"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<JSONObject> instances(JSONObject resource) {
    return objects(resource.getJSONArray("instances"))
        .map(
            instance ->
                new JSONObject()
                    .put("address", address(resource) + index(instance.opt("index_key")))
                    .put("mode", resource.getString("mode"))
                    .put("type", resource.getString("type"))
                    .put("values", instance.getJSONObject("attributes")));
  }

  private static String address(JSONObject resource) {
    String module = resource.has("module") ? resource.getString("module") + "." : "";
    String data = resource.getString("mode").equals("data") ? "data." : "";
    return module + data + resource.getString("type") + "." + resource.getString("name");
  }

  private static String index(Object key) {
    if (key == null) {
      return "";
    }
    return "[" + (key instanceof String text ? JSONObject.quote(text) : key) + "]";
  }

  private static Stream<JSONObject> objects(JSONArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(JSONObject.class::cast);
  }
}
