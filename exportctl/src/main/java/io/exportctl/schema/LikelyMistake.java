package io.exportctl.schema;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.exportctl.diagnostic.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * A value that is taken for another: people paste the ARN that they have at hand, or the address
 * from the browser. Each is named for what it is.
 *
 * @param what such as "is a bucket's ARN"
 * @param expected other than what is asked for
 * @param meant what was probably meant
 */
record LikelyMistake(String what, Optional<String> expected, Optional<Meant> meant) {

  /**
   * What may have been asked for.
   *
   * @param title the title of that in the schemas; an empty one fits any
   * @param isSafe whether nothing else can have been meant
   */
  record Meant(String title, String value, boolean isSafe) {}

  /**
   * What values of one sort look like.
   *
   * @param right the title, in the schemas, of what is asked for where this is right after all
   * @param meant of what sort the part is that the pattern's group finds, and what stands in front
   */
  private record Shape(Pattern pattern, String what, String right, Meant meant) {

    Optional<LikelyMistake> match(String value) {
      Matcher matcher = pattern.matcher(value);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Optional<Meant> part =
          matcher.groupCount() == 1
              ? Optional.of(
                  new Meant(meant.title(), meant.value() + matcher.group(1), meant.isSafe()))
              : Optional.empty();
      return Optional.of(new LikelyMistake("is " + what, Optional.empty(), part));
    }
  }

  private static final String ARN = "arn:aws[a-z-]*:";
  private static final String ANY = "";
  private static final String BUCKET = "bucket name";
  private static final String LINK = "paperwork link";
  private static final Pattern ROLE = compile(ARN + "iam::[0-9]+:role/(?:.*/)?([^/]+)");
  private static final Pattern ACCOUNT = compile(ARN + "[a-z0-9-]+:[a-z0-9-]*:([0-9]+):.*");

  /** The first that fits counts. */
  private static final List<Shape> SHAPES =
      List.of(
          same(ANY, "\\s+(.*\\S)\\s*", "text after white space"),
          same(ANY, "(.*\\S)\\s+", "text before white space"),
          part(ANY, "[\u201C\u201D\u201E\u2018\u2019\u00AB](.+).", "text in curly quotes"),
          shape(".*\\$\\{.*", "an unfilled template"),
          part(BUCKET, ARN + "s3:::([^/]+)/.*", "the ARN of files in a bucket"),
          same(BUCKET, ARN + "s3:::(.+)", "a bucket's ARN"),
          part(BUCKET, "s3a?://([^/]+).*", "an S3 address"),
          part(BUCKET, "([^/:]+)/", "the path of a folder"),
          part(BUCKET, "https://([^/]+)\\.s3[.-][^/]*amazonaws\\.com.*", "a bucket's web address"),
          part(BUCKET, "https://.*/s3/buckets/([^/?#]+).*", "a page of the S3 console"),
          completed(LINK, "http://(\\S+)", "a link without encryption", "https://"),
          shape("http://.*", "a link without encryption"),
          shape("https://\\S*", "a link", LINK),
          completed(
              LINK,
              "([a-z0-9-]+(?:\\.[a-z0-9-]+)+/\\S*)",
              "a link without its beginning",
              "https://"),
          shape("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}", "an IP address"),
          shape(
              "[0-9]{12}|[0-9]{4}-[0-9]{4}-[0-9]{4}",
              "the number of an account", "AWS account number"),
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
          new Shape(ROLE, "a role's ARN", "role ARN", new Meant("user name", "", false)),
          shape(ARN + "iam::[0-9]+:role.*", "a role's ARN", "role ARN"),
          shape(ARN + "iam:::role/.*", "an ARN without its account"),
          shape(ARN + "iam::[^:]*[^:0-9][^:]*:role/.*", "an ARN without a 12-digit account"),
          shape("arn:[^:]*:[^:]*:.*", "the ARN of something else"),
          shape(".*[^,;\\s]\\s*[,;].*[^,;\\s].*", PackedValues.IN_ONE));

  /**
   * What a value looks like, unless it looks like what is asked for.
   *
   * @param title of what is asked for
   */
  static Optional<LikelyMistake> of(String value, String title) {
    return SHAPES.stream()
        .filter(shape -> shape.pattern().matches(value))
        .findFirst()
        .flatMap(shape -> shape.right().equals(title) ? wrongAccount(value) : shape.match(value));
  }

  /** What was probably meant, where that is of the title that is asked for. */
  Optional<Meant> meant(String title) {
    return meant.filter(part -> part.title().isEmpty() || part.title().equals(title));
  }

  /** A digit that got lost, or stands there twice. */
  private static Optional<LikelyMistake> wrongAccount(String value) {
    Matcher account = ACCOUNT.matcher(value);
    if (!account.matches() || account.group(1).length() == 12) {
      return Optional.empty();
    }
    int digits = account.group(1).length();
    String what = "has an account of " + Quantity.of(digits, "digit");
    return Optional.of(new LikelyMistake(what, Optional.of("12"), Optional.empty()));
  }

  private static Shape shape(String regex, String what) {
    return shape(regex, what, ANY);
  }

  private static Shape shape(String regex, String what, String right) {
    return new Shape(compile(regex), what, right, new Meant(ANY, "", false));
  }

  /** Holds what was probably meant. */
  private static Shape part(String title, String regex, String what) {
    return completed(title, regex, what, "");
  }

  /** Holds what was meant, and nothing else that counts. */
  private static Shape same(String title, String regex, String what) {
    return new Shape(compile(regex), what, ANY, new Meant(title, "", true));
  }

  private static Shape completed(String title, String regex, String what, String front) {
    return new Shape(compile(regex), what, ANY, new Meant(title, front, false));
  }

  /** RE2J takes time in proportion to the text, whatever is in it. */
  private static Pattern compile(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
