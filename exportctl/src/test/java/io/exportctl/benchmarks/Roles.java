package io.exportctl.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

/**
 * Creates the users' roles in the emulator, which the module users reads. Sends plain requests, so
 * that the benchmark needs no library.
 */
final class Roles {

  private static final String CREATE =
      "Action=CreateRole&Version=2010-05-08&AssumeRolePolicyDocument=%7B%7D&RoleName=";

  private Roles() {}

  /**
   * Creates a role for each name.
   *
   * @throws Failure if the emulator refuses a request
   */
  static void create(Set<String> names, URI endpoint) throws IOException {
    HttpClient client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            // The emulator reads the service from this header and does not check the signature.
            .header(
                "Authorization", "AWS4-HMAC-SHA256 Credential=test/20000101/us-east-1/iam/aws4");
    try {
      for (String name : names) {
        request.POST(HttpRequest.BodyPublishers.ofString(CREATE + name));
        int status =
            client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
          throw new Failure("moto_server answered " + status + " to CreateRole");
        }
      }
    } catch (InterruptedException e) {
      throw new Failure("interrupted while roles were created");
    }
  }
}
