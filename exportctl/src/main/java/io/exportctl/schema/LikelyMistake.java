package io.exportctl.schema;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.exportctl.text.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * A value of a recognizable type where another type is expected: people paste the ARN at hand, or
 * the address from the browser.
 *
 * @param what predicate, such as "is a bucket's ARN"
 * @param expected replacement for the type's name in the message
 * @param isSeveral true if the text holds several values
 */
record LikelyMistake(
    String what, Optional<String> expected, Optional<Meant> meant, boolean isSeveral) {

  /**
   * A value that was probably meant.
   *
   * @param type type of the value; empty if any type fits
   * @param isSafe true if nothing else can have been meant
   */
  record Meant(Optional<ValueType> type, String value, boolean isSafe) {

    private boolean fits(Optional<ValueType> asked) {
      return type.isEmpty() || type.equals(asked);
    }
  }

  /**
   * Appearance of one sort of value.
   *
   * @param right type for which this is the right value after all
   * @param meant type of the part that the pattern's group finds, and the text put in front of it
   */
  private record Shape(
      Pattern pattern, String what, Optional<ValueType> right, Meant meant, boolean isSeveral) {

    Optional<LikelyMistake> match(String value) {
      Matcher matcher = pattern.matcher(value);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Optional<Meant> part =
          matcher.groupCount() == 1
              ? Optional.of(
                  new Meant(meant.type(), meant.value() + matcher.group(1), meant.isSafe()))
              : Optional.empty();
      return Optional.of(new LikelyMistake("is " + what, Optional.empty(), part, isSeveral));
    }
  }

  private static final String ARN = "arn:aws[a-z-]*:";
  private static final Optional<ValueType> ANY = Optional.empty();
  private static final Optional<ValueType> BUCKET = Optional.of(ValueType.BUCKET_NAME);
  private static final Optional<ValueType> LINK = Optional.of(ValueType.LINK);
  private static final Pattern ROLE = compile(ARN + "iam::[0-9]+:role/(?:.*/)?([^/]+)");
  private static final Pattern ACCOUNT = compile(ARN + "[a-z0-9-]+:[a-z0-9-]*:([0-9]+):.*");

  /** Known shapes; the first that matches a value counts. */
  private static final List<Shape> SHAPES =
      List.of(
          same(ANY, "\\s+(.*\\S)\\s*", "text after white space"),
          same(ANY, "(.*\\S)\\s+", "text before white space"),
          same(ANY, "[\u201C\u201D\u201E\u2018\u2019\u00AB](.+).", "text in curly quotes"),
          shape(".*\\$\\{.*", "an unfilled template"),
          part(BUCKET, ARN + "s3:::([^/]+)/.*", "the ARN of files in a bucket"),
          same(BUCKET, ARN + "s3:::(.+)", "a bucket's ARN"),
          same(BUCKET, "s3a?://([^/]+)/?", "an S3 address"),
          part(BUCKET, "s3a?://([^/]+).*", "an S3 address"),
          part(BUCKET, "([^/:]+)/", "the path of a folder"),
          part(BUCKET, "https://([^/]+)\\.s3[.-][^/]*amazonaws\\.com.*", "a bucket's web address"),
          part(BUCKET, "https://.*/s3/buckets/([^/?#]+).*", "a page of the S3 console"),
          certain(LINK, "http://(\\S+)", "a link without encryption", "https://"),
          shape("http://.*", "a link without encryption"),
          shape("https://\\S*", "a link", ValueType.LINK),
          completed(
              LINK,
              "([a-z0-9-]+(?:\\.[a-z0-9-]+)+/\\S*)",
              "a link without its beginning",
              "https://"),
          shape("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}", "an IP address"),
          shape(
              "[0-9]{12}|[0-9]{4}-[0-9]{4}-[0-9]{4}",
              "the number of an account", ValueType.ACCOUNT_NUMBER),
          shape("\\*", "a wildcard"),
          shape("aws:arn:.*", "an ARN with arn and aws swapped"),
          shape(ARN + "lambda:.*", "a Lambda function's ARN"),
          shape(ARN + "eks:.*", "a Kubernetes cluster's ARN"),
          shape(ARN + "ec2:.*", "an ARN of EC2"),
          shape(ARN + "sqs:.*", "a queue's ARN"),
          shape(ARN + "kms:[^:]*:[0-9]*:alias/.*", "a KMS alias"),
          shape(ARN + "kms:.*", "a KMS key's ARN", ValueType.KMS_KEY_ARN),
          shape(ARN + "sns:.*", "an SNS topic's ARN", ValueType.SNS_TOPIC_ARN),
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
          new Shape(
              ROLE,
              "a role's ARN",
              Optional.of(ValueType.ROLE_ARN),
              new Meant(Optional.of(ValueType.USER_NAME), "", false),
              false),
          shape(ARN + "iam::[0-9]+:role.*", "a role's ARN", ValueType.ROLE_ARN),
          shape(ARN + "iam:::role/.*", "an ARN without its account"),
          shape(ARN + "iam::[^:]*[^:0-9][^:]*:role/.*", "an ARN without a 12-digit account"),
          shape("arn:[^:]*:[^:]*:.*", "the ARN of something else"),
          several(".*[^,;\\s]\\s*[,;].*[^,;\\s].*", "several values in one"));

  /**
   * Returns the mistake that a value looks like, unless it looks like what is asked for.
   *
   * @param asked type that the schema asks for; empty if it names none
   */
  static Optional<LikelyMistake> of(String value, Optional<ValueType> asked) {
    return SHAPES.stream()
        .filter(shape -> shape.pattern().matches(value))
        .findFirst()
        .flatMap(
            shape ->
                shape.right().isPresent() && shape.right().equals(asked)
                    ? wrongAccount(value)
                    : shape.match(value));
  }

  /** Returns the value that was probably meant, if it is of the type that is asked for. */
  Optional<Meant> meant(Optional<ValueType> asked) {
    return meant.filter(part -> part.fits(asked));
  }

  /** Reports an account number with a missing or a repeated digit. */
  private static Optional<LikelyMistake> wrongAccount(String value) {
    Matcher account = ACCOUNT.matcher(value);
    if (!account.matches() || account.group(1).length() == 12) {
      return Optional.empty();
    }
    int digits = account.group(1).length();
    String what = "has an account of " + Quantity.of(digits, "digit");
    return Optional.of(new LikelyMistake(what, Optional.of("12"), Optional.empty(), false));
  }

  private static Shape shape(String regex, String what) {
    return new Shape(compile(regex), what, ANY, new Meant(ANY, "", false), false);
  }

  private static Shape shape(String regex, String what, ValueType right) {
    return new Shape(compile(regex), what, Optional.of(right), new Meant(ANY, "", false), false);
  }

  private static Shape several(String regex, String what) {
    return new Shape(compile(regex), what, ANY, new Meant(ANY, "", false), true);
  }

  /** Returns the shape of a value of which the pattern's group was probably meant. */
  private static Shape part(Optional<ValueType> type, String regex, String what) {
    return completed(type, regex, what, "");
  }

  /** Returns the shape of a value of which only the pattern's group matters. */
  private static Shape same(Optional<ValueType> type, String regex, String what) {
    return new Shape(compile(regex), what, ANY, new Meant(type, "", true), false);
  }

  private static Shape completed(
      Optional<ValueType> type, String regex, String what, String front) {
    return new Shape(compile(regex), what, ANY, new Meant(type, front, false), false);
  }

  private static Shape certain(Optional<ValueType> type, String regex, String what, String front) {
    return new Shape(compile(regex), what, ANY, new Meant(type, front, true), false);
  }

  /** Compiles with RE2J, which takes linear time on any text. */
  private static Pattern compile(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
