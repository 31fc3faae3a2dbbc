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
import java.util.regex.Pattern;

/** Reports a dataset whose bucket would have a name that S3 refuses or the platform uses. */
public final class BucketClash implements PlatformRule {

  /**
   * S3's <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">rules</a>
   * beyond the greatest length: these beginnings and ends are reserved, the last character is not a
   * hyphen, and there are at least three. The prefix alone is checked in platform.yaml.
   */
  private static final Pattern RESERVED =
      Pattern.compile(
          "(xn--|sthree-|amzn-s3-demo-).*|.*(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3|-an|-)|..?");

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
    return RESERVED.matcher(bucket).matches()
        ? Optional.of(
            diagnose(name, bucket, "a name that S3 does not take")
                .relatedTo(context.inPlatform("pull_bucket_prefix")))
        : Optional.empty();
  }

  private static Diagnostic diagnose(Value name, String bucket, String why) {
    return name.diagnose(
            RuleId.BUCKET_CLASH, "its bucket would be called " + quote(bucket) + ", " + why)
        .withHelp("choose another name for the dataset");
  }
}
