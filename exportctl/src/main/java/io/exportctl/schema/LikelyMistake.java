package io.exportctl.schema;

import static io.exportctl.schema.Shape.ANY;
import static io.exportctl.schema.Shape.certain;
import static io.exportctl.schema.Shape.compile;
import static io.exportctl.schema.Shape.completed;
import static io.exportctl.schema.Shape.part;
import static io.exportctl.schema.Shape.same;
import static io.exportctl.schema.Shape.several;
import static io.exportctl.schema.Shape.shape;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.exportctl.dataset.Partition;
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

  private static final String ARN = "arn:aws[a-z-]*:";
  private static final Optional<ValueType> BUCKET = Optional.of(ValueType.BUCKET_NAME);
  private static final Optional<ValueType> LINK = Optional.of(ValueType.LINK);

  /** A single value in front of punctuation, which people keep from a sentence or a list. */
  private static final String END = "([^,;\\s]*[^,;.\\s])\\s*";

  private static final Pattern ROLE = compile(ARN + "iam::[0-9]+:role/(?:.*/)?([^/]+)");
  private static final Pattern ACCOUNT =
      compile("(?:" + ARN + "[a-z0-9-]+:[a-z0-9-]*:)?([0-9]+)(?::.*)?");

  private static final Shape FOLDER = part(BUCKET, "([a-z0-9.-]+)/.*", "the path of a folder");

  /** Known shapes; the first that matches a value counts. */
  private static final List<Shape> SHAPES =
      List.of(
          same(ANY, "\\s+(.*\\S)\\s*", "text after white space"),
          same(ANY, "(.*\\S)\\s+", "text before white space"),
          same(ANY, END + ",+", "").that("ends with a comma"),
          same(ANY, END + ";+", "").that("ends with a semicolon"),
          same(ANY, END + "\\.", "").that("ends with a full stop"),
          same(ANY, "[\u201C\u201D\u201E\u2018\u2019\u00AB](.+).", "text in curly quotes"),
          shape(".*\\$\\{.*", "an unfilled template"),
          several("arn:.*[\\s,;]+arn:.*", "several ARNs in one"),
          part(ANY, "(\\S+)\\s+\\(.*\\)", "").that("has a note behind it"),
          part(BUCKET, ARN + "s3:::([^/]+)/.*", "the ARN of files in a bucket"),
          same(BUCKET, ARN + "s3:::(.+)", "a bucket's ARN"),
          same(BUCKET, "s3a?://([^/]+)/?", "an S3 address"),
          part(BUCKET, "s3a?://([^/]+).*", "an S3 address"),
          part(BUCKET, "([^/:]+)/", "the path of a folder"),
          part(
              BUCKET,
              "https://([^/]+)\\.s3[.-](?:[^/]*\\.)?" + Partition.dnsSuffixes() + "(?:[:/].*)?",
              "a bucket's web address"),
          part(BUCKET, "https://.*/s3/buckets/([^/?#]+).*", "a page of the S3 console"),
          certain(LINK, "http://(\\S+)", "a link without encryption", "https://"),
          shape("http://.*", "a link without encryption"),
          shape("https://\\S*", "a link", ValueType.LINK),
          completed(
              LINK,
              "([a-z0-9-]+(?:\\.[a-z0-9-]+)+/[^\\s:@]*)",
              "a link without its beginning",
              "https://"),
          shape("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}", "an IP address"),
          shape("[^\\s@/:]+@[^\\s@/:]+\\.[a-z]+", "an e-mail address"),
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
              "is a role's ARN",
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
    return ofItsType(value, asked)
        .or(
            () ->
                Shape.first(SHAPES, value)
                    .flatMap(
                        shape ->
                            shape.right().isPresent() && shape.right().equals(asked)
                                ? wrongAccount(value)
                                : shape.match(value)));
  }

  /** Returns a mistake that only values of the type that is asked for can have. */
  private static Optional<LikelyMistake> ofItsType(String value, Optional<ValueType> asked) {
    if (asked.equals(LINK)) {
      return RefusedLink.of(value);
    }
    return asked.equals(BUCKET) ? FOLDER.match(value) : Optional.empty();
  }

  /** Returns the value that was probably meant, if it is of the type that is asked for. */
  Optional<Meant> meant(Optional<ValueType> asked) {
    return meant.filter(part -> part.fits(asked));
  }

  /** Reports an account number of zeros, or with a missing or a repeated digit. */
  private static Optional<LikelyMistake> wrongAccount(String value) {
    Matcher account = ACCOUNT.matcher(value);
    if (!account.matches()) {
      return Optional.empty();
    }
    int digits = account.group(1).length();
    if (account.group(1).equals("0".repeat(12))) {
      String what = "names an account that nobody has";
      return Optional.of(new LikelyMistake(what, Optional.empty(), Optional.empty(), false));
    }
    String what = "has an account of " + Quantity.of(digits, "digit");
    return digits == 12
        ? Optional.empty()
        : Optional.of(new LikelyMistake(what, Optional.of("12"), Optional.empty(), false));
  }
}
