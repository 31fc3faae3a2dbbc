package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bucket of a dataset is a bucket of its own, under a name that S3 takes. */
final class BucketClash implements Rule {

  /**
   * S3's <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">rules</a>
   * beyond the length: these ends are reserved, and the last character is no hyphen. How it begins
   * is checked with the prefix in platform.yaml.
   */
  private static final Pattern RESERVED =
      Pattern.compile(".*(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3|-)");

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace.platform().stream()
        .flatMap(platform -> workspace.names().flatMap(name -> check(workspace, name, platform)));
  }

  private static Stream<Diagnostic> check(
      Checked workspace, Checked.Value name, Platform platform) {
    return name.file().kind().bucket(name.text(), platform).stream()
        .flatMap(
            bucket -> {
              if (Set.of(platform.exportBucket(), platform.lambdaBucket()).contains(bucket)) {
                return Stream.of(
                    diagnose(name, bucket, "one of the platform's own")
                        .relatedTo(workspace.inPlatform("export_bucket")));
              }
              return RESERVED.matcher(bucket).matches()
                  ? Stream.of(
                      diagnose(name, bucket, "a name that S3 does not take")
                          .relatedTo(workspace.inPlatform("pull_bucket_prefix")))
                  : Stream.empty();
            });
  }

  private static Diagnostic diagnose(Checked.Value name, String bucket, String why) {
    return name.diagnose(
            RuleId.BUCKET_CLASH, "its bucket would be called " + quote(bucket) + ", " + why)
        .withHelp("choose another name for the dataset");
  }
}
