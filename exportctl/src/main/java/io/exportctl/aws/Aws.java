package io.exportctl.aws;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.ExportctlException;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The platform's account in AWS, with the caller's credentials. */
public record Aws(
    Queues queues,
    Functions functions,
    Alarms alarms,
    Metrics metrics,
    Roles roles,
    Schedules schedules,
    Logs logs,
    Buckets buckets) {

  /**
   * Opens the account, after a look at whose credentials these are.
   *
   * @param variables environment of the user
   * @throws ExportctlException if there are no valid credentials, AWS cannot be reached, or the
   *     credentials belong to another account
   */
  public static Aws open(Platform platform, Map<String, String> variables) {
    Connection connection = Connection.of(platform.region(), variables);
    String account =
        Calls.demand(
                "sts:GetCallerIdentity",
                () -> connection.client(StsClient.builder()).getCallerIdentity())
            .account();
    if (!account.equals(platform.accountId())) {
      throw new ExportctlException(
          "your AWS credentials belong to account "
              + platform.account(account)
              + ", expected "
              + platform.account(platform.accountId())
              + " of datasets/platform.yaml; set AWS_PROFILE");
    }
    CloudWatchClient cloudWatch = connection.client(CloudWatchClient.builder());
    return new Aws(
        new Queues(connection.client(SqsClient.builder())),
        new Functions(connection.client(LambdaClient.builder())),
        new Alarms(cloudWatch),
        new Metrics(cloudWatch),
        new Roles(connection.client(IamClient.builder())),
        new Schedules(connection.client(SchedulerClient.builder())),
        new Logs(connection.client(CloudWatchLogsClient.builder())),
        new Buckets(
            connection.client(
                S3Client.builder()
                    .crossRegionAccessEnabled(true)
                    .forcePathStyle(connection.endpoint().isPresent()))));
  }
}
