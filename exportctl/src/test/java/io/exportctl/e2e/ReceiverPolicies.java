package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.Goldens;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.json.JSONArray;
import org.json.JSONObject;

/** Policies of buckets, keys and roles in other accounts. */
final class ReceiverPolicies {

  private static final Path WORKSPACE = Goldens.resources().resolve("e2e");
  private static final String BUCKET = "arn:aws:s3:::";

  private final List<String> deployedRoles;

  /** Returns the policies that {@code exportctl handshake} asks for, for all datasets. */
  private final List<JSONObject> asks;

  ReceiverPolicies(JSONObject state) {
    deployedRoles =
        State.resources(state)
            .filter(resource -> resource.getString("type").equals("aws_iam_role"))
            .map(resource -> resource.getJSONObject("values").getString("arn"))
            .toList();
    asks =
        objects(json("list", "--format", "json").getJSONArray("datasets"))
            .map(dataset -> dataset.getString("kind") + "/" + dataset.getString("name"))
            .map(dataset -> json("handshake", dataset, "--format", "json"))
            .flatMap(handshake -> objects(handshake.getJSONArray("asks")))
            .toList();
  }

  private static JSONObject json(String... command) {
    Cli.Result result = Cli.in(WORKSPACE).run(command);
    assertThat(result.status()).as(result.err()).isZero();
    return new JSONObject(result.out());
  }

  /** Returns a policy that allows our whole account every action of a service. */
  JSONObject trusting(String action) {
    JSONObject everything =
        new JSONObject(
            """
            {
              "Sid": "Everything",
              "Effect": "Allow",
              "Principal": { "AWS": "arn:aws:iam::123456789012:root" },
              "Action": "%s:*",
              "Resource": "*"
            }
            """
                .formatted(action.substring(0, action.indexOf(':'))));
    return policy(Stream.of(everything));
  }

  /** Returns the policy that the receiver of a dataset is asked to set for a bucket or key. */
  JSONObject asked(String arn) {
    String name = arn.startsWith(BUCKET) ? arn.substring(BUCKET.length()) : arn;
    List<JSONObject> statements = statements(ask -> ask.getString("of").equals(name));
    assertThat(deployedRoles)
        .as("a policy that names other roles cannot even be saved")
        .containsAll(
            statements.stream()
                .map(statement -> statement.getJSONObject("Principal").getString("AWS"))
                .toList());
    return policy(statements.stream());
  }

  /** Returns the policy that the owner of a role is asked to add. */
  JSONObject ofRole(String arn) {
    return policy(
        statements(ask -> ask.has("roles") && ask.getJSONArray("roles").toList().contains(arn))
            .stream());
  }

  private List<JSONObject> statements(Predicate<JSONObject> wanted) {
    List<JSONObject> statements =
        asks.stream()
            .filter(wanted)
            .flatMap(ask -> objects(ask.getJSONArray("statements")))
            .toList();
    assertThat(statements).as("requested statements").isNotEmpty();
    return statements;
  }

  private static Stream<JSONObject> objects(JSONArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(JSONObject.class::cast);
  }

  private static JSONObject policy(Stream<JSONObject> statements) {
    return new JSONObject()
        .put("Version", "2012-10-17")
        .put("Statement", new JSONArray(statements.toList()));
  }
}
