package io.exportctl.source.database;

import io.exportctl.source.fault.StoreException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.regions.Region;

/**
 * Passwords for a database of RDS that are made anew for each connection: signed requests to
 * connect, <a
 * href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html">valid
 * for 15 minutes</a>.
 *
 * @param address {@code https://}, host and port of the database
 * @param user name of the database's user
 */
public record IamTokens(
    URI address, String user, Region region, AwsCredentialsProvider credentials, Clock clock) {

  private static final String SERVICE = "rds-db";
  private static final Duration VALID = Duration.ofMinutes(15);

  /**
   * Returns a token.
   *
   * @throws StoreException if there are no credentials of AWS
   */
  public String next() {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(address)
            .encodedPath("/")
            .putRawQueryParameter("Action", "connect")
            .putRawQueryParameter("DBUser", user)
            .build();
    try {
      SdkHttpRequest signed =
          AwsV4HttpSigner.create()
              .sign(
                  it ->
                      it.identity(credentials.resolveCredentials())
                          .request(request)
                          .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                          .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
                          .putProperty(
                              AwsV4FamilyHttpSigner.AUTH_LOCATION,
                              AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                          .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, VALID)
                          .putProperty(HttpSigner.SIGNING_CLOCK, clock))
              .request();
      return signed.getUri().toString().substring("https://".length());
    } catch (SdkClientException e) {
      throw StoreException.failed(
          "no-credentials",
          "there are no credentials of AWS to sign in to the database with; give the task a role",
          e);
    }
  }

  /** Leaves out the credentials. */
  @Override
  public String toString() {
    return "tokens of IAM for " + user;
  }
}
