package io.exportctl.dataset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">ARN</a>
 * of a role, in its parts.
 *
 * @param path text between {@code role/} and the name; empty, or with a slash at its end
 */
public record RoleArn(String account, String path, String name) {

  private static final Pattern ARN =
      Pattern.compile("arn:[^:]*:iam::([0-9]{12}):role/((?:[^/]*/)*+)([^/]+)");

  /** Parses an ARN; empty for other texts, which a team's own schema may allow. */
  public static Optional<RoleArn> parse(String arn) {
    Matcher matcher = ARN.matcher(arn);
    return matcher.matches()
        ? Optional.of(new RoleArn(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }
}
