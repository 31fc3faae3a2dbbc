package io.exportctl.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Mutants of a policy document: each leaves out one part or makes it wider. A good test of a policy
 * has an expectation that fails for each mutant.
 */
final class PolicyMutants {

  /** A condition that is never met, since every request has this key. */
  private static final JSONObject NEVER =
      new JSONObject("{'Null': {'aws:SecureTransport': ['true']}}");

  /**
   * All actions with a condition key, by the key, according to <a
   * href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">AWS</a>.
   * Other actions have no effect in a statement that requires the key.
   */
  private static final Map<String, Set<String>> ACTIONS_WITH_KEY =
      Map.of(
          "iam:PassedToService", Set.of("iam:PassRole"),
          "s3:prefix", Set.of("s3:ListBucket", "s3:ListBucketVersions"),
          "s3:if-none-match", Set.of("s3:PutObject"),
          "s3:ObjectCreationOperation", Set.of("s3:PutObject"));

  /** All actions of a service that has only one. */
  private static final Set<String> ONLY_ACTIONS = Set.of("rds-db:connect");

  private final JSONObject original;
  private final List<Mutant> mutants = new ArrayList<>();

  private PolicyMutants(JSONObject original) {
    this.original = original;
  }

  /**
   * A changed document.
   *
   * @param change a description of the change
   * @param wider true if the document allows more than the original, false if it allows less
   * @param actions the actions of the changed statement, before and after
   */
  record Mutant(String change, boolean wider, Set<String> actions, JSONObject document) {

    /** Returns true if the change can affect an action. */
    boolean concerns(String action) {
      return actions.contains(action)
          || actions.contains(action.substring(0, action.indexOf(':')) + ":*");
    }
  }

  static List<Mutant> of(JSONObject document) {
    PolicyMutants mutants = new PolicyMutants(normal(document));
    for (int i = 0; i < mutants.original.getJSONArray("Statement").length(); i++) {
      mutants.change(i);
    }
    return mutants.mutants;
  }

  private void change(int index) {
    JSONObject statement = original.getJSONArray("Statement").getJSONObject(index);
    boolean allow = statement.getString("Effect").equals("Allow");

    // Keep the statement but never apply it, as a policy needs at least one statement.
    add(index, !allow, "missing", changed -> changed.put("Condition", NEVER));
    Stream.of("Action", "Resource")
        .filter(statement::has)
        .forEach(element -> leaveOut(index, !allow, new Place(element)));
    for (Place place : conditions(statement)) {
      add(index, allow, "without " + place, place::remove);
      leaveOut(index, !allow, place);
      if (allow) {
        siblings(index, place);
      }
    }
    if (allow) {
      widen(index, statement);
    }
  }

  private void widen(int index, JSONObject statement) {
    List<String> actions = new Place("Action").values(statement);
    boolean complete =
        ACTIONS_WITH_KEY.entrySet().stream()
            .filter(entry -> statement.toString().contains(entry.getKey()))
            .anyMatch(entry -> actions.containsAll(entry.getValue()));
    if (!complete && !ONLY_ACTIONS.containsAll(actions)) {
      String service = actions.get(0).substring(0, actions.get(0).indexOf(':'));
      JSONArray anything = new JSONArray().put(service + ":*");
      add(index, true, "with any action", changed -> changed.put("Action", anything));
    }
    if (!statement.has("Principal")) {
      siblings(index, new Place("Resource"));
      if (!new Place("Resource").values(statement).contains("*")) {
        add(index, true, "on anything", changed -> changed.put("Resource", "*"));
      }
      return;
    }
    // A resource policy only applies to its own resource. A condition on the principal's ARN
    // already implies the account, so that a wider principal changes nothing.
    if (!statement.toString().contains("aws:PrincipalArn")) {
      add(index, true, "for anybody", changed -> changed.put("Principal", "*"));
    }
  }

  /** Leaves out one value of several. */
  private void leaveOut(int index, boolean wider, Place place) {
    List<String> values = place.values(original.getJSONArray("Statement").getJSONObject(index));
    if (values.size() > 1) {
      for (String value : values) {
        List<String> others = values.stream().filter(each -> !each.equals(value)).toList();
        add(index, wider, "without " + value, changed -> place.put(changed, others));
      }
    }
  }

  /**
   * Widens a prefix to sibling names: {@code a/*} becomes {@code a*}. KMS has no siblings of {@code
   * key/*}.
   */
  private void siblings(int index, Place place) {
    List<String> values = place.values(original.getJSONArray("Statement").getJSONObject(index));
    values.stream()
        .filter(value -> value.endsWith("/*") && !value.endsWith(":key/*"))
        .map(value -> value.substring(0, value.length() - 2) + "*")
        .forEach(
            wide ->
                add(
                    index,
                    true,
                    "with " + place + " " + wide,
                    changed ->
                        place.put(
                            changed, Stream.concat(values.stream(), Stream.of(wide)).toList())));
  }

  private void add(int index, boolean wider, String change, Consumer<JSONObject> edit) {
    JSONObject document = new JSONObject(original.toString());
    JSONObject statement = document.getJSONArray("Statement").getJSONObject(index);
    Set<String> actions = new TreeSet<>(new Place("Action").values(statement));
    edit.accept(statement);
    actions.addAll(new Place("Action").values(statement));
    mutants.add(new Mutant(statement.getString("Sid") + " " + change, wider, actions, document));
  }

  private static List<Place> conditions(JSONObject statement) {
    JSONObject conditions = statement.optJSONObject("Condition", new JSONObject());
    return conditions.keySet().stream()
        .flatMap(
            operator ->
                conditions.getJSONObject(operator).keySet().stream()
                    .map(key -> new Place("Condition", operator, key)))
        .toList();
  }

  /** Position of a list of values in a statement. */
  private record Place(List<String> path) {

    Place(String... path) {
      this(List.of(path));
    }

    List<String> values(JSONObject statement) {
      return StreamSupport.stream(parent(statement).getJSONArray(last()).spliterator(), false)
          .map(Object::toString)
          .toList();
    }

    void put(JSONObject statement, List<String> values) {
      parent(statement).put(last(), new JSONArray(values));
    }

    /** Removes the list, and its operator if that has no other key. */
    void remove(JSONObject statement) {
      parent(statement).remove(last());
      JSONObject conditions = statement.getJSONObject("Condition");
      Set.copyOf(conditions.keySet()).stream()
          .filter(operator -> conditions.getJSONObject(operator).isEmpty())
          .forEach(conditions::remove);
    }

    private JSONObject parent(JSONObject statement) {
      JSONObject parent = statement;
      for (String name : path.subList(0, path.size() - 1)) {
        parent = parent.getJSONObject(name);
      }
      return parent;
    }

    private String last() {
      return path.get(path.size() - 1);
    }

    @Override
    public String toString() {
      return String.join(" ", path);
    }
  }

  /** Normalises a policy: turns single values into lists. */
  private static JSONObject normal(JSONObject document) {
    JSONObject copy = new JSONObject(document.toString());
    for (Object each : copy.getJSONArray("Statement")) {
      JSONObject statement = (JSONObject) each;
      Stream.of("Action", "Resource")
          .filter(statement::has)
          .forEach(element -> toList(statement, element));
      for (Place place : conditions(statement)) {
        toList(place.parent(statement), place.last());
      }
    }
    return copy;
  }

  private static void toList(JSONObject parent, String key) {
    if (parent.get(key) instanceof String value) {
      parent.put(key, new JSONArray().put(value));
    }
  }
}
