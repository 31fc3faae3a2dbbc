package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Policy documents of an applied state with the requests that they decide: those of our own
 * account, and those of the receivers' accounts.
 */
final class DeployedPolicies {

  private static final String HOME = "123456789012";
  private static final String RECEIVER = "210987654321";
  private static final Pattern ROLE = Pattern.compile("arn:aws:iam::(\\d+):role/(?:.+/)?([^/]+)");
  private static final List<String> NOT_EVALUATED =
      List.of(
          "aws_iam_policy",
          "aws_iam_role_policy_attachment",
          "aws_lambda_permission",
          "aws_s3_bucket_acl",
          "aws_sqs_queue_policy");

  /** Keys of a request's context that have several values. */
  private static final Set<String> MULTIVALUED = Set.of("kms:ResourceAliases");

  private static final JSONObject EVERYTHING =
      new JSONObject(
          """
          {
            "Version": "2012-10-17",
            "Statement": { "Sid": "Everything", "Effect": "Allow", "Action": "*", "Resource": "*" }
          }
          """);

  private final ReceiverPolicies receivers;

  /** Documents by the name of the role or the ARN of the resource to which they are attached. */
  private final SortedMap<String, JSONObject> documents;

  private DeployedPolicies(ReceiverPolicies receivers, SortedMap<String, JSONObject> documents) {
    this.receivers = receivers;
    this.documents = documents;
  }

  /**
   * Reads a state. Takes a bucket's policy from its data source, as the resource has another one on
   * the emulator.
   */
  static DeployedPolicies of(JSONObject state) {
    assertThat(State.resources(state).map(resource -> resource.getString("type")))
        .as("resources that grant something and are not evaluated here")
        .doesNotContainAnyElementsOf(NOT_EVALUATED);
    DeployedPolicies policies = new DeployedPolicies(new ReceiverPolicies(state), new TreeMap<>());
    values(state, "aws_iam_role_policy")
        .forEach(
            policy -> policies.addToRole(policy.getString("role"), policy.getString("policy")));
    values(state, "aws_iam_role")
        .forEach(role -> policies.add(role, "arn", role.getString("assume_role_policy")));
    values(state, "aws_sqs_queue")
        .forEach(queue -> policies.add(queue, "arn", queue.getString("policy")));
    managed(state, "aws_s3_bucket")
        .forEach(
            bucket -> {
              String source =
                  bucket
                      .getString("address")
                      .replace("aws_s3_bucket.this", "data.aws_iam_policy_document.this");
              policies.add(
                  bucket.getJSONObject("values"),
                  "arn",
                  State.values(state, source).getString("minified_json"));
            });
    return policies;
  }

  private void add(JSONObject values, String attachedTo, String document) {
    String name = values.getString(attachedTo);
    if (documents.put(name, new JSONObject(document)) != null) {
      throw new AssertionError("two policies of " + name);
    }
  }

  /** Adds a document of a role, which holds the statements of all of its documents. */
  private void addToRole(String role, String document) {
    documents.merge(
        role,
        new JSONObject(document),
        (all, more) -> {
          JSONArray statements = statements(all);
          statements.putAll(statements(more));
          return all.put("Statement", statements);
        });
  }

  private static JSONArray statements(JSONObject document) {
    Object statements = document.get("Statement");
    return statements instanceof JSONArray list ? list : new JSONArray().put(statements);
  }

  /** Returns the roles and resources with documents. */
  List<String> names() {
    return List.copyOf(documents.keySet());
  }

  JSONObject document(String name) {
    return documents.get(name);
  }

  /** Returns these policies with one document replaced. */
  DeployedPolicies with(String name, JSONObject document) {
    SortedMap<String, JSONObject> changed = new TreeMap<>(documents);
    changed.put(name, document);
    return new DeployedPolicies(receivers, changed);
  }

  /** Returns true if a document is relevant to a request. */
  boolean decides(String name, Expectation expectation) {
    return name.equals(attachedTo(expectation))
        || (expectation.subject().holds() == Expectation.Holds.OURS
            && role(expectation.subject().principal()).equals(Optional.of(name)));
  }

  /** Returns the input of simulate.mjs for one request. */
  JSONObject simulation(Expectation expectation) {
    JSONObject resource =
        new JSONObject()
            .put("resource", expectation.resource())
            .put("accountId", account(expectation.resource()));
    JSONObject request =
        new JSONObject()
            .put("principal", principal(expectation.subject().principal()))
            .put("action", expectation.action())
            .put("resource", resource)
            .put("contextVariables", variables(context(expectation)));
    JSONObject simulation =
        new JSONObject()
            .put("request", request)
            .put("identityPolicies", identityPolicies(expectation.subject()));
    resourcePolicy(expectation).ifPresent(policy -> simulation.put("resourcePolicy", policy));
    return simulation;
  }

  private JSONArray identityPolicies(Expectation.Subject subject) {
    Optional<JSONObject> policy =
        switch (subject.holds()) {
          case NOTHING -> Optional.empty();
          case EVERYTHING -> Optional.of(EVERYTHING);
          case HANDSHAKE -> Optional.of(receivers.ofRole(subject.principal()));
          case OURS ->
              role(subject.principal())
                  .map(
                      role ->
                          Optional.ofNullable(documents.get(role))
                              .orElseThrow(() -> new AssertionError("no policy: " + subject)));
        };
    JSONArray policies = new JSONArray();
    policy.ifPresent(
        document ->
            policies.put(new JSONObject().put("name", subject.who()).put("policy", document)));
    return policies;
  }

  /** Returns the policy of our resource, or the one of a resource in another account. */
  private Optional<JSONObject> resourcePolicy(Expectation expectation) {
    String arn = attachedTo(expectation);
    if (documents.containsKey(arn)) {
      return Optional.of(documents.get(arn));
    }
    // KMS asks the policy of the key, too; that of ours leaves the decision to the account's IAM.
    boolean ofKey = arn.startsWith("arn:aws:kms:");
    if (account(arn).equals(HOME) && !ofKey) {
      return Optional.empty();
    }
    return Optional.of(
        expectation.subject().asked()
            ? receivers.asked(arn)
            : receivers.trusting(expectation.action()));
  }

  /** Returns the owner of a resource's policy: a file's bucket, or a role for its trust policy. */
  private static String attachedTo(Expectation expectation) {
    String resource = expectation.resource();
    if (resource.startsWith("arn:aws:s3:::") && resource.contains("/")) {
      return resource.substring(0, resource.indexOf('/'));
    }
    boolean ofRole = resource.startsWith("arn:aws:iam:");
    return ofRole && !expectation.action().startsWith("sts:") ? "*" : resource;
  }

  /** Returns the account; S3 ARNs have none, and a bucket outside the state is a receiver's. */
  private String account(String arn) {
    if (arn.equals("*")) {
      return HOME;
    }
    if (!arn.startsWith("arn:aws:s3:::")) {
      return arn.split(":", -1)[4];
    }
    return documents.containsKey(arn.replaceFirst("/.*", "")) ? HOME : RECEIVER;
  }

  /** Returns the principal for the simulation; a role acts as a session. */
  private static Object principal(String principal) {
    if (principal.equals("anyone")) {
      return new JSONObject().put("type", "Anonymous");
    }
    Matcher role = ROLE.matcher(principal);
    return role.matches()
        ? "arn:aws:sts::%s:assumed-role/%s/session".formatted(role.group(1), role.group(2))
        : principal;
  }

  private static Optional<String> role(String principal) {
    Matcher role = ROLE.matcher(principal);
    return role.matches() && role.group(1).equals(HOME)
        ? Optional.of(role.group(2))
        : Optional.empty();
  }

  /** Returns the context keys that AWS sets in every request; for a session, the role's. */
  private Map<String, String> context(Expectation expectation) {
    Map<String, String> context = new TreeMap<>();
    context.put("aws:SecureTransport", "true");
    boolean http = "false".equals(expectation.context().get("aws:SecureTransport"));
    if (expectation.action().startsWith("s3:") && !http) {
      context.put("s3:TlsVersion", "1.3");
    }
    if (expectation.action().startsWith("s3:")) {
      context.put("s3:ResourceAccount", account(expectation.resource()));
    }
    String principal = expectation.subject().principal();
    if (principal.startsWith("arn:")) {
      context.put("aws:PrincipalArn", principal);
    }
    context.putAll(expectation.context());
    return context;
  }

  private static JSONObject variables(Map<String, String> context) {
    JSONObject variables = new JSONObject(context);
    for (String key : MULTIVALUED) {
      if (context.containsKey(key)) {
        variables.put(key, new JSONArray().put(context.get(key)));
      }
    }
    return variables;
  }

  private static Stream<JSONObject> managed(JSONObject state, String type) {
    return State.resources(state)
        .filter(resource -> resource.getString("mode").equals("managed"))
        .filter(resource -> resource.getString("type").equals(type));
  }

  private static Stream<JSONObject> values(JSONObject state, String type) {
    return managed(state, type).map(resource -> resource.getJSONObject("values"));
  }
}
