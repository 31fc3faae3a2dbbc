package io.exportctl.dataset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts that all <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a> with an
 * account share.
 *
 * @param region code of the Region; empty for a role, which belongs to none
 */
public record Arn(String partition, String region, String account) {

  private static final Pattern ARN =
      Pattern.compile("arn:([^:]+):[^:]+:([^:]*):([0-9]{12}):.+", Pattern.DOTALL);

  /** Parses an ARN; empty for other texts, which a team's own schema may allow. */
  public static Optional<Arn> parse(String arn) {
    Matcher matcher = ARN.matcher(arn);
    return matcher.matches()
        ? Optional.of(new Arn(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }
}
