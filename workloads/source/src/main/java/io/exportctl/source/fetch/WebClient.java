package io.exportctl.source.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** One GET over HTTPS, without redirects, attempts or a proxy. */
final class WebClient implements Closeable {

  private final CloseableHttpClient http;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "fetch-timer");
            thread.setDaemon(true);
            return thread;
          });

  WebClient(SafeAddresses addresses, SSLContext tls, Patience patience) {
    ConnectionConfig connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(patience.connect()))
            .setSocketTimeout(Timeout.of(patience.read()))
            .build();
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(addresses)
                    .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                    .setDefaultConnectionConfig(connection)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.of(patience.read())).build())
            .setUserAgent("exportctl-store")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /** Uses a reply while the connection is open. */
  @FunctionalInterface
  interface Use<T> {

    T use(Exchange.Reply reply) throws IOException;
  }

  /**
   * Sends a request, and closes the connection unless the whole reply was read.
   *
   * @param most time after which the connection is cut
   */
  <T> T get(URI address, Map<String, String> headers, Duration most, Use<T> use)
      throws IOException {
    HttpGet get = new HttpGet(address);
    headers.forEach(get::setHeader);
    Future<?> cut = timer.schedule(get::cancel, most.toMillis() + 1, TimeUnit.MILLISECONDS);
    try (ClassicHttpResponse response = http.executeOpen(null, get, null)) {
      return use.use(new Received(response));
    } finally {
      cut.cancel(false);
    }
  }

  /** A reply of the library. */
  private record Received(ClassicHttpResponse response) implements Exchange.Reply {

    @Override
    public int status() {
      return response.getCode();
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    @Override
    public OptionalLong length() {
      long length = response.getEntity() == null ? 0 : response.getEntity().getContentLength();
      return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    @Override
    public InputStream body() throws IOException {
      return response.getEntity() == null
          ? InputStream.nullInputStream()
          : response.getEntity().getContent();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }
}
