package io.exportctl.kind;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.PlatformRule;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports a dataset whose bucket would have a name that S3 refuses or the platform uses. */
public final class BucketClash implements PlatformRule {

  /**
   * Beginnings and ends of names that S3 <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">reserves</a>,
   * or refuses. The prefix alone is checked in platform.yaml.
   */
  private static final Pattern RESERVED =
      Pattern.compile(
          "(xn--|sthree-|amzn-s3-demo-).*|.*(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3|-an|-)");

  private static final int SHORTEST = 3;

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.BUCKET_CLASH);
  }

  @Override
  public void check(
      FileValues file, Platform platform, RuleContext context, Consumer<Diagnostic> found) {
    for (Value name : file.names()) {
      Kinds.of(name.file().kind())
          .bucket()
          .flatMap(own -> check(name, own.name(name.text(), platform), platform, context))
          .ifPresent(found);
    }
  }

  private static Optional<Diagnostic> check(
      Value name, String bucket, Platform platform, RuleContext context) {
    if (bucket.equals(platform.exportBucket()) || bucket.equals(platform.lambdaBucket())) {
      return Optional.of(
          diagnose(name, bucket, "one of the platform's own")
              .relatedTo(context.inPlatform("export_bucket")));
    }
    return refusal(bucket)
        .map(
            refusal ->
                diagnose(name, bucket, "a name that S3 does not take")
                    .withHelp(refusal + "; choose another name for the dataset")
                    .relatedTo(context.inPlatform("pull_bucket_prefix")));
  }

  /** Returns the reason for which S3 refuses a name, or empty if it takes it. */
  private static Optional<String> refusal(String bucket) {
    if (bucket.length() < SHORTEST) {
      return Optional.of("S3 takes no name of fewer than 3 characters");
    }
    Matcher reserved = RESERVED.matcher(bucket);
    if (!reserved.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        reserved.group(1) == null
            ? "S3 takes no name that ends in " + quote(reserved.group(2))
            : "S3 takes no name that begins with " + quote(reserved.group(1)));
  }

  private static Diagnostic diagnose(Value name, String bucket, String why) {
    return name.diagnose(
            RuleId.BUCKET_CLASH, "its bucket would be called " + quote(bucket) + ", " + why)
        .withHelp("choose another name for the dataset");
  }
}
