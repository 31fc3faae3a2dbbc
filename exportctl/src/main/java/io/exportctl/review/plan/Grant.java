package io.exportctl.review.plan;

import io.exportctl.dataset.RoleArn;
import io.exportctl.text.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The smallest part of a <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">policy
 * </a>: one principal, action and resource of a statement.
 *
 * @param isAllowed true for Allow, false for Deny
 * @param principal the principal in words; empty in the policy of a role or user
 * @param resource an ARN, with the prefix of a listing if that is a condition
 * @param condition all conditions but that on the principal's ARN, which is the principal here
 */
record Grant(
    boolean isAllowed, String principal, String action, String resource, String condition) {

  private static final Pattern EQUAL = Pattern.compile("(Arn|String)(Equals|Like)");
  private static final String LIKE = "StringLike";
  private static final String PREFIX = "s3:prefix";
  private static final String PRINCIPAL_ARN = "aws:PrincipalArn";

  /**
   * Reads a policy.
   *
   * @return empty if the text is not a policy
   */
  static Optional<Set<Grant>> of(String policy) {
    Map<String, Object> document = Json.object(JsonReader.read(policy).orElse(null));
    if (!document.containsKey("Statement")) {
      return Optional.empty();
    }
    Set<Grant> grants = new LinkedHashSet<>();
    for (Map<String, Object> statement : Json.objects(Json.list(document.get("Statement")))) {
      addTo(grants, statement);
    }
    return Optional.of(grants);
  }

  private static void addTo(Set<Grant> grants, Map<String, Object> statement) {
    boolean allowed = "Allow".equals(statement.get("Effect"));
    Map<String, Object> conditions = new TreeMap<>(Json.object(statement.get("Condition")));
    List<String> principals = principals(statement, conditions);
    List<String> prefixes = takePrefixes(conditions);
    for (String principal : principals) {
      for (String action : elements(statement, "Action")) {
        for (String resource : elements(statement, "Resource")) {
          if (prefixes.isEmpty()) {
            grants.add(new Grant(allowed, principal, action, resource, conditions.toString()));
          }
          for (String prefix : prefixes) {
            String condition = PREFIX + " " + conditions;
            grants.add(new Grant(allowed, principal, action, resource + "/" + prefix, condition));
          }
        }
      }
    }
  }

  /** Takes the prefixes of a listing out of the conditions; one of them suffices. */
  private static List<String> takePrefixes(Map<String, Object> conditions) {
    Map<String, Object> keys = new TreeMap<>(Json.object(conditions.get(LIKE)));
    List<String> prefixes = Json.texts(keys.remove(PREFIX));
    if (!prefixes.isEmpty()) {
      conditions.put(LIKE, keys);
    }
    return prefixes;
  }

  /** Returns the values of an element, or its negation as a single one. */
  private static List<String> elements(Map<String, Object> statement, String name) {
    if (statement.containsKey("Not" + name)) {
      return List.of("all but " + String.join(", ", Json.texts(statement.get("Not" + name))));
    }
    List<String> values = Json.texts(statement.get(name));
    return values.isEmpty() ? List.of("*") : values;
  }

  /** Returns the principals in words; takes the condition on their ARN out of the conditions. */
  private static List<String> principals(
      Map<String, Object> statement, Map<String, Object> conditions) {
    for (Map.Entry<String, Object> operator : conditions.entrySet()) {
      Map<String, Object> keys = new TreeMap<>(Json.object(operator.getValue()));
      if (EQUAL.matcher(operator.getKey()).matches() && keys.containsKey(PRINCIPAL_ARN)) {
        List<String> arns = Json.texts(keys.remove(PRINCIPAL_ARN));
        operator.setValue(keys);
        return arns.stream().map(Grant::words).toList();
      }
    }
    if (statement.containsKey("NotPrincipal")) {
      return List.of("everybody but " + principals(statement.get("NotPrincipal")));
    }
    return statement.containsKey("Principal")
        ? principals(statement.get("Principal"))
        : List.of("");
  }

  private static List<String> principals(Object principal) {
    if (!(principal instanceof Map)) {
      return List.of(words(String.valueOf(principal)));
    }
    List<String> names = new ArrayList<>();
    new TreeMap<>(Json.object(principal))
        .forEach(
            (type, values) ->
                Json.texts(values)
                    .forEach(
                        value ->
                            names.add(type.equals("Service") ? "service " + value : words(value))));
    return names;
  }

  private static String words(String principal) {
    if (principal.equals("*")) {
      return "anybody";
    }
    return RoleArn.parse(principal)
        .map(role -> "role " + role.path() + role.name() + " of account " + role.account())
        .orElse(principal.replaceFirst("^arn:[^:]*:iam::([0-9]{12}):root$", "account $1"));
  }

  boolean isOfService() {
    return principal.startsWith("service ");
  }

  /** Returns the same grant under any condition. */
  Grant unconditional() {
    return new Grant(isAllowed, principal, action, resource, "");
  }
}
