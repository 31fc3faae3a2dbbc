package io.exportctl.e2e;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Terraform state in the <a
 * href="https://developer.hashicorp.com/terraform/internals/json-format#values-representation">format</a>
 * of {@code terraform show -json}.
 */
final class State {

  private State() {}

  /** Returns all resources and data sources of all modules. */
  static Stream<JSONObject> resources(JSONObject state) {
    return resourcesOf(state.getJSONObject("values").getJSONObject("root_module"));
  }

  /** Returns the attributes of one resource or data source. */
  static JSONObject values(JSONObject state, String address) {
    return resources(state)
        .filter(resource -> resource.getString("address").equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in the state: " + address))
        .getJSONObject("values");
  }

  private static Stream<JSONObject> resourcesOf(JSONObject module) {
    return Stream.concat(
        objects(module.optJSONArray("resources")),
        objects(module.optJSONArray("child_modules")).flatMap(State::resourcesOf));
  }

  private static Stream<JSONObject> objects(JSONArray array) {
    return array == null
        ? Stream.empty()
        : StreamSupport.stream(array.spliterator(), false).map(JSONObject.class::cast);
  }
}
