package io.exportctl.collection.key;

import io.exportctl.collection.json.JsonException;
import io.exportctl.collection.json.JsonFields;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;

/** Asks a data key service over mutual TLS: {@link HttpKeySettings}. */
final class HttpKeyOpener implements KeyOpener {

  private static final String SERVICE = "the key service";
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FIRST_OF_SERVER = 500;

  /**
   * Bounds on the time of one request.
   *
   * @param connect until it is connected
   * @param answer until the whole answer is there
   * @param refusal until the service says that it does not take our certificate
   */
  record Timeouts(Duration connect, Duration answer, Duration refusal) {

    static final Timeouts USUAL =
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(2));
  }

  private final HttpKeySettings settings;
  private final String subject;
  private final Timeouts timeouts;
  private final Retries retries;
  private final HttpClient client;

  HttpKeyOpener(
      HttpKeySettings settings, ClientIdentity identity, Timeouts timeouts, Retries retries) {
    this.settings = settings;
    this.subject = identity.subject();
    this.timeouts = timeouts;
    this.retries = retries;
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeouts.connect())
            .sslContext(identity.context())
            .sslParameters(parameters)
            .build();
  }

  @Override
  public DataKey open(SealedKey key) throws KeyRefusedException, KeyServiceException {
    return retries.send(SERVICE, () -> send(key));
  }

  @Override
  public long retries() {
    return retries.count();
  }

  private DataKey send(SealedKey key)
      throws PassingException, KeyRefusedException, KeyServiceException {
    HttpRequest request =
        HttpRequest.newBuilder(address(key))
            .POST(HttpRequest.BodyPublishers.ofString(key.text()))
            .build();
    HttpResponse<byte[]> response = response(request);
    int status = response.statusCode();
    if (status == TOO_MANY_REQUESTS || status >= FIRST_OF_SERVER) {
      throw new PassingException("answered " + status, RetryAfter.of(response.headers()));
    }
    return switch (status) {
      case 200 -> key(response.body());
      case 400 -> throw new KeyRefusedException("the key service cannot open it");
      case 401, 403 ->
          throw refused(
              "refuses our certificate \""
                  + subject
                  + "\" with "
                  + status
                  + "; ask its owners to trust it");
      default ->
          throw refused(
              "answered "
                  + status
                  + "; check that key_service_url names its action for decryption");
    };
  }

  private URI address(SealedKey key) {
    String separator = settings.url().getRawQuery() == null ? "?" : "&";
    return URI.create(
        settings.url()
            + separator
            + "keyId="
            + encode(key.masterKeyId())
            + "&correlationId="
            + encode(settings.correlationId()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpResponse<byte[]> response(HttpRequest request)
      throws PassingException, KeyServiceException {
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      // The timeout of the request itself would end with its headers.
      return response.get(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new PassingException(
          "did not answer within " + timeouts.answer().toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      throw new KeyServiceException(
          KeyServiceException.Kind.UNAVAILABLE,
          "the wait for the key service was interrupted; run the date again",
          e);
    }
  }

  private PassingException failure(Throwable cause) throws KeyServiceException {
    if (!(cause instanceof IOException)) {
      throw new IllegalStateException(
          "a request of a key failed for a fault of the program", cause);
    }
    if (isCausedBy(cause, CertificateException.class)) {
      throw new KeyServiceException(
          KeyServiceException.Kind.REFUSES_US,
          "the key service shows a certificate that \"ca\" in our secret does not vouch for, or "
              + "that is not valid for \""
              + settings.url().getHost()
              + "\" now",
          cause);
    }
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return new PassingException("did not accept a connection", cause);
    }
    if (isCausedBy(cause, SSLHandshakeException.class)
        || new TlsProbe(client.sslContext(), settings.url(), timeouts.refusal()).isRefused()) {
      throw new KeyServiceException(
          KeyServiceException.Kind.REFUSES_US,
          "the key service refuses our certificate \"" + subject + "\"; ask its owners to trust it",
          cause);
    }
    return new PassingException("broke the connection off", cause);
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable link = failure; link != null; link = link.getCause()) {
      if (type.isInstance(link)) {
        return true;
      }
    }
    return false;
  }

  private static KeyServiceException refused(String clause) {
    return new KeyServiceException(KeyServiceException.Kind.REFUSES_US, SERVICE + " " + clause);
  }

  private static DataKey key(byte[] body) throws KeyRefusedException {
    try {
      Map<String, String> texts = JsonFields.texts(body);
      return KeyText.decode(
          Optional.ofNullable(texts.get("plaintextDataKey"))
              .orElseThrow(
                  () -> new KeyRefusedException("the key service answered without the key")));
    } catch (JsonException e) {
      throw new KeyRefusedException("the key service's answer is not JSON");
    }
  }
}
