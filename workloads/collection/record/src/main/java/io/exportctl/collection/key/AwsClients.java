package io.exportctl.collection.key;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Clients of AWS services in the region of an ARN. */
interface AwsClients {

  /** Clients with the credentials and settings of the process's environment. */
  AwsClients OF_ENVIRONMENT =
      new AwsClients() {
        @Override
        public KmsClient kms(String arn) {
          return KmsClient.builder()
              .region(region(arn))
              .httpClient(UrlConnectionHttpClient.create())
              // Requests of keys are retried as those to the key service are.
              .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.doNotRetry()))
              .build();
        }

        @Override
        public SecretsManagerClient secrets(String arn) {
          return SecretsManagerClient.builder()
              .region(region(arn))
              .httpClient(UrlConnectionHttpClient.create())
              .build();
        }
      };

  /** Client of KMS that does not retry. */
  KmsClient kms(String arn);

  /** Client of Secrets Manager. */
  SecretsManagerClient secrets(String arn);

  /**
   * Returns the region of an ARN.
   *
   * @throws IllegalArgumentException if it is not an ARN
   */
  static Region region(String arn) {
    String[] parts = arn.split(":", -1);
    if (parts.length < 6 || !parts[0].equals("arn") || parts[3].isEmpty()) {
      throw new IllegalArgumentException("\"" + arn + "\" is not an ARN with a region");
    }
    return Region.of(parts[3]);
  }
}
