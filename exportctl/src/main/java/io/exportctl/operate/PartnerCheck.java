package io.exportctl.operate;

import io.exportctl.aws.Answer;
import io.exportctl.aws.Aws;
import io.exportctl.aws.Buckets;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks AWS about the other side of a dataset, as far as the caller's rights reach. */
public final class PartnerCheck {

  private static final String TEXT = "A test of exportctl, which may be deleted.\n";

  private final Buckets buckets;
  private final HandedOver dataset;
  private final Platform platform;
  private final String bucket;
  private final List<Finding> findings = new ArrayList<>();

  /** Judgement of a finding. */
  public enum State {
    OK("ok"),
    WRONG("wrong"),
    UNKNOWN("unknown");

    private final String word;

    State(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * Answer to a question about the other side.
   *
   * @param subject one or two words
   */
  public record Finding(State state, String subject, String detail) {}

  private PartnerCheck(Aws aws, HandedOver dataset, Platform platform) {
    this.buckets = aws.buckets();
    this.dataset = dataset;
    this.platform = platform;
    this.bucket = dataset.handoverBucket(platform);
  }

  /**
   * Asks about the bucket, its Region and its owner.
   *
   * @param testKey key of a file that is written, read back and removed; empty for none
   */
  public static List<Finding> run(
      Aws aws, HandedOver dataset, Platform platform, Optional<String> testKey) {
    PartnerCheck check = new PartnerCheck(aws, dataset, platform);
    if (check.bucket()) {
      check.owner();
    }
    testKey.ifPresent(check::testFile);
    return List.copyOf(check.findings);
  }

  private void add(State state, String subject, String detail) {
    findings.add(new Finding(state, subject, detail));
  }

  /** Returns true if the bucket can be looked at. */
  private boolean bucket() {
    Answer<Optional<String>> region = buckets.region(bucket);
    if (region.lacking().isPresent()) {
      add(
          State.UNKNOWN,
          "bucket",
          "your credentials may not look at " + bucket + " (" + region.lacking().get() + ")");
      return false;
    }
    if (region.orFail().isEmpty()) {
      add(State.WRONG, "bucket", "there is no bucket " + bucket);
      return false;
    }
    add(State.OK, "bucket", bucket + " is there");
    add(State.OK, "Region", region.orFail().get());
    return true;
  }

  private void owner() {
    Optional<String> account = dataset.bucketOwner(platform);
    if (account.isEmpty()) {
      add(State.UNKNOWN, "owner", "the dataset does not name the account that owns the bucket");
      return;
    }
    // S3 has just answered without an expected owner, so that a refusal is about the owner.
    boolean isOwner = buckets.isOwnedBy(account.get(), bucket).value().isPresent();
    String name = platform.account(account.get());
    add(
        isOwner ? State.OK : State.WRONG,
        "owner",
        (isOwner ? "account " : "the bucket does not belong to account ") + name);
  }

  /** Asks for the right to delete first, so that no file is written that cannot be removed. */
  private void testFile(String key) {
    Optional<String> lacking = buckets.delete(bucket, key).lacking();
    if (lacking.isPresent()) {
      add(
          State.UNKNOWN,
          "test file",
          "nothing was written, as your credentials could not remove it (" + lacking.get() + ")");
      return;
    }
    try {
      Optional<String> refused = buckets.put(bucket, key, TEXT).lacking();
      if (refused.isPresent()) {
        add(
            State.UNKNOWN,
            "test file",
            "your credentials may not write there (" + refused.get() + ")");
        return;
      }
      readBack(key);
    } finally {
      buckets.delete(bucket, key);
    }
  }

  private void readBack(String key) {
    Answer<Optional<String>> read = buckets.get(bucket, key);
    if (read.lacking().isPresent()) {
      add(
          State.UNKNOWN,
          "test file",
          "written and removed; your credentials may not read it (" + read.lacking().get() + ")");
      return;
    }
    boolean isSame = read.orFail().equals(Optional.of(TEXT));
    add(
        isSame ? State.OK : State.WRONG,
        "test file",
        isSame ? "written, read back and removed" : "what was read back is not what was written");
  }
}
