package io.exportctl.dataset;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** Returns a role's account, or the whole text if a team's own schema allows more than roles. */
  public static String accountOf(String arn) {
    return parse(arn).map(RoleArn::account).orElse(arn);
  }

  /** Groups roles by their accounts, in the order of the accounts. */
  public static SortedMap<String, List<String>> byAccount(List<String> arns) {
    return arns.stream()
        .collect(Collectors.groupingBy(RoleArn::accountOf, TreeMap::new, Collectors.toList()));
  }
}
