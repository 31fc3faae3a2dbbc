package io.exportctl.dataset;

import io.exportctl.yaml.YamlDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of dataset. To add one: a constant here, its record, {@code schema/<kind>.schema.json},
 * {@code templates/<kind>/}, {@code terraform/modules/<kind>/}. No other code names a kind.
 */
public enum DatasetKind {
  PUSH {
    @Override
    public Dataset read(YamlDocument valid) {
      return PushDataset.from(new Fields(valid));
    }

    @Override
    public Optional<String> bucket(String name, Platform platform) {
      return Optional.empty();
    }

    @Override
    public List<AwsName> awsNames(String name, Platform platform) {
      return List.of(
          new AwsName("role", PushDataset.functionName(name, false), 64),
          new AwsName("queue", PushDataset.deadLetterName(name), 80),
          new AwsName("schedule", "sweep_" + name, 64));
    }

    @Override
    int grantsOverhead(Platform platform) {
      return 300 + platform.partition().length() + platform.exportBucket().length();
    }

    @Override
    int grantSize(String name, Platform platform) {
      int partition = platform.partition().length();
      return 21 + partition + platform.exportBucket().length() + 2 * name.length();
    }
  },
  PULL {
    @Override
    public Dataset read(YamlDocument valid) {
      return PullDataset.from(new Fields(valid));
    }

    @Override
    public Optional<String> bucket(String name, Platform platform) {
      return Optional.of(platform.pullBucket(name));
    }

    @Override
    public List<AwsName> awsNames(String name, Platform platform) {
      return List.of(new AwsName("bucket", platform.pullBucket(name), 63));
    }

    @Override
    int grantsOverhead(Platform platform) {
      return 330;
    }

    @Override
    int grantSize(String name, Platform platform) {
      return 28 + 2 * (platform.partition().length() + platform.pullBucket(name).length());
    }
  };

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The record of a document that has no errors. */
  public abstract Dataset read(YamlDocument valid);

  /** The bucket that is created for a dataset of this kind. */
  public abstract Optional<String> bucket(String name, Platform platform);

  /**
   * What the dataset's things will be called, with the limits of AWS: <a
   * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM</a>, <a
   * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html">SQS</a>,
   * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">S3</a>,
   * EventBridge Scheduler. The longest variant of each counts, so that a dataset may be switched.
   */
  public abstract List<AwsName> awsNames(String name, Platform platform);

  /** Characters of a user's policy that a first dataset of this kind adds to those of each. */
  abstract int grantsOverhead(Platform platform);

  /** Characters of a user's policy for one dataset of this kind. */
  abstract int grantSize(String name, Platform platform);

  /** How the kind is written: in commands, as a folder of datasets, schemas, templates, modules. */
  public String id() {
    return id;
  }

  public static Optional<DatasetKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id();
  }
}
