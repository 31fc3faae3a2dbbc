package io.exportctl.source.cli;

import io.exportctl.source.fault.StoreException;
import io.exportctl.source.fetch.RequestHeaders;
import io.exportctl.source.text.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Headers of requests in Secrets Manager, as a JSON object of texts. */
final class SecretHeaders implements RequestHeaders {

  private final Optional<URI> endpoint;

  /**
   * Creates the reader; AWS is not asked before a source needs it.
   *
   * @param endpoint of an emulator of AWS
   */
  SecretHeaders(Optional<URI> endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Map<String, String> of(String secret) {
    Map<String, String> headers = new TreeMap<>();
    try {
      for (Map.Entry<String, Object> entry : Json.read(text(secret)).entrySet()) {
        boolean fits =
            entry.getKey().matches("[A-Za-z0-9-]{1,100}")
                && entry.getValue() instanceof String value
                && value.matches("[\\x20-\\x7e]*");
        if (!fits) {
          throw wrong(secret);
        }
        headers.put(entry.getKey(), entry.getValue().toString());
      }
      return headers;
    } catch (IOException e) {
      // The parser's message shows a part of the secret.
      throw wrong(secret);
    }
  }

  private String text(String secret) {
    var builder = SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create());
    endpoint.ifPresent(builder::endpointOverride);
    try (SecretsManagerClient client = builder.build()) {
      return client.getSecretValue(it -> it.secretId(secret)).secretString();
    } catch (SdkException e) {
      throw StoreException.failed(
          "unreadable-secret",
          "the secret \"" + secret + "\" cannot be read; check that it has a value, and who may",
          e);
    }
  }

  private static StoreException wrong(String secret) {
    return StoreException.failed(
        "bad-secret",
        "the secret \"" + secret + "\" is not a JSON object of header names and printable texts");
  }
}
