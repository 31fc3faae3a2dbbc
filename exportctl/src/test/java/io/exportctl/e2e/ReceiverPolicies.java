package io.exportctl.e2e;

import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.json.JSONObject;

/** The policies of receivers' buckets and keys, which lie in other accounts. */
final class ReceiverPolicies {

  private static final Path DOCUMENTATION =
      ExampleWorkspace.REPOSITORY.resolve("docs/deploying.md");
  private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final String BUCKET = "arn:aws:s3:::";

  private final JSONObject state;

  ReceiverPolicies(JSONObject state) {
    this.state = state;
  }

  /** Lets our whole account do anything that the action's service knows. */
  JSONObject trusting(String action) {
    return policy(
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
  }

  /** What docs/deploying.md asks the receiver of a dataset for, with the dataset's names. */
  JSONObject documented(String arn) {
    boolean bucket = arn.startsWith(BUCKET);
    String name = bucket ? arn.substring(BUCKET.length()) : arn;
    JSONObject function = function(bucket ? "TARGET_BUCKET" : "KMS_KEY_ARN", name);
    return policy(
        statement(bucket ? "\"s3:" : "\"kms:")
            .replace("export_new_project-move", function.getString("function_name"))
            .replace("new_project", variables(function).getString("DATASET"))
            .replace("target-bucket-name", name));
  }

  private JSONObject function(String variable, String value) {
    return State.resources(state)
        .filter(resource -> resource.getString("type").equals("aws_lambda_function"))
        .map(resource -> resource.getJSONObject("values"))
        .filter(function -> value.equals(variables(function).optString(variable)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no dataset has the target " + value));
  }

  private static JSONObject variables(JSONObject function) {
    return function.getJSONArray("environment").getJSONObject(0).getJSONObject("variables");
  }

  private static String statement(String service) {
    try {
      return JSON_BLOCK
          .matcher(Files.readString(DOCUMENTATION))
          .results()
          .map((MatchResult block) -> block.group(1))
          .filter(block -> block.contains(service))
          .findFirst()
          .orElseThrow(() -> new AssertionError(DOCUMENTATION + " has no JSON with " + service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JSONObject policy(String statement) {
    return new JSONObject()
        .put("Version", "2012-10-17")
        .append("Statement", new JSONObject(statement));
  }
}
