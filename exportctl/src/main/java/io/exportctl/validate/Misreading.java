package io.exportctl.validate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * A value that is taken for another: people paste the ARN that they have at hand, or the address
 * from the browser. Each is named for what it is.
 *
 * @param what such as "a bucket's ARN"
 * @param title the title, in the schemas, of what is asked for where this is right after all
 * @param meant what was probably meant, and the title of that; an empty title fits any
 */
record Misreading(String what, String title, Optional<Meant> meant) {

  /** A part of the value that may be what was asked for. */
  record Meant(String title, String value) {}

  private record Shape(Pattern pattern, String what, String title, String meantTitle) {

    Optional<Misreading> match(String value) {
      Matcher matcher = pattern.matcher(value);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Optional<Meant> meant =
          matcher.groupCount() == 1
              ? Optional.of(new Meant(meantTitle, matcher.group(1)))
              : Optional.empty();
      return Optional.of(new Misreading(what, title, meant));
    }
  }

  private static final String ARN = "arn:aws[a-z-]*:";
  private static final String ANY = "";
  private static final Pattern ROLE = compile(ARN + "iam::[0-9]{12}:role/(?:.*/)?([^/]+)");

  /** The first that fits counts. */
  private static final List<Shape> SHAPES =
      List.of(
          part(ANY, "\\s+(.*\\S)\\s*", "text after white space"),
          part(ANY, "(.*\\S)\\s+", "text before white space"),
          part(ANY, "[\u201C\u201D\u201E\u2018\u2019\u00AB](.+).", "text in curly quotes"),
          shape(".*\\$\\{.*", "an unfilled template"),
          part("bucket name", ARN + "s3:::([^/]+)/.*", "the ARN of files in a bucket"),
          part("bucket name", ARN + "s3:::(.+)", "a bucket's ARN"),
          part("bucket name", "s3a?://([^/]+).*", "an S3 address"),
          part("bucket name", "([^/:]+)/", "the path of a folder"),
          shape("http://.*", "a link without encryption"),
          shape("https://\\S*", "a link", "paperwork link"),
          shape("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}", "an IP address"),
          shape("[0-9]{12}|[0-9]{4}-[0-9]{4}-[0-9]{4}", "the number of an account", "AWS account"),
          shape("\\*", "a wildcard"),
          shape("aws:arn:.*", "an ARN with arn and aws swapped"),
          shape(ARN + "lambda:.*", "a Lambda function's ARN"),
          shape(ARN + "eks:.*", "a Kubernetes cluster's ARN"),
          shape(ARN + "ec2:.*", "an ARN of EC2"),
          shape(ARN + "sqs:.*", "a queue's ARN"),
          shape(ARN + "kms:[^:]*:[0-9]*:alias/.*", "a KMS alias"),
          shape(ARN + "kms:.*", "a KMS key's ARN", "KMS key ARN"),
          shape(ARN + "sns:.*", "an SNS topic's ARN", "SNS topic ARN"),
          shape(ARN + "sts::[0-9]*:assumed-role/.*", "the ARN of a role's session"),
          shape(ARN + "iam::[0-9]*:user/.*", "a user's ARN"),
          shape(ARN + "iam::[0-9]*:group/.*", "a group's ARN"),
          shape(ARN + "iam::[0-9]*:policy/.*", "a policy's ARN"),
          shape(ARN + "iam::[0-9]*:instance-profile/.*", "an instance profile's ARN"),
          shape(ARN + "iam::[0-9]*:(?:oidc|saml)-provider/.*", "an identity provider's ARN"),
          shape(ARN + "iam::[0-9]*:root", "a whole account's ARN"),
          shape(ARN + "iam:[0-9]+:.*", "an ARN that lacks a colon"),
          shape(ARN + "iam:[a-z][^:]*:.*", "an ARN with a Region"),
          shape(ARN + "iam::[0-9]*:role/.*[*?].*", "an ARN with a wildcard"),
          new Shape(ROLE, "a role's ARN", "role ARN", "user name"),
          shape(ARN + "iam::[0-9]{12}:role.*", "a role's ARN", "role ARN"),
          shape(ARN + "iam::[^:]*:role/.*", "an ARN without a 12-digit account"),
          shape("arn:[^:]*:[^:]*:.*", "the ARN of something else"),
          shape(".*[^,;\\s]\\s*[,;].*[^,;\\s].*", "several values in one"));

  /**
   * What a value looks like, unless it looks like what is asked for.
   *
   * @param title of what is asked for
   */
  static Optional<Misreading> of(String value, String title) {
    return SHAPES.stream()
        .flatMap(shape -> shape.match(value).stream())
        .findFirst()
        .filter(
            misreading -> misreading.title().isEmpty() || !title.startsWith(misreading.title()));
  }

  /** What was probably meant, where that is of the title that is asked for. */
  Optional<String> meant(String title) {
    return meant
        .filter(part -> part.title().isEmpty() || part.title().equals(title))
        .map(Meant::value);
  }

  private static Shape shape(String regex, String what) {
    return shape(regex, what, "");
  }

  private static Shape shape(String regex, String what, String title) {
    return new Shape(compile(regex), what, title, ANY);
  }

  private static Shape part(String title, String regex, String what) {
    return new Shape(compile(regex), what, "", title);
  }

  /** RE2J takes time in proportion to the text, whatever is in it. */
  private static Pattern compile(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
