package io.exportctl.source.fetch;

import io.exportctl.source.load.Halt;
import io.exportctl.source.support.ScriptedSite;
import io.exportctl.source.support.TestCertificates;
import io.exportctl.source.support.TestStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;

/** A site, a client of it whose pauses take no time, and names that lead to the site. */
final class TestFetch implements AutoCloseable, Waiting {

  static final String HOST = TestCertificates.HOST;

  private final SSLContext tls;
  private final ScriptedSite site;
  private final List<Duration> pauses = new ArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private Duration skipped = Duration.ZERO;

  private TestFetch(SSLContext tls, ScriptedSite site) {
    this.tls = tls;
    this.site = site;
  }

  static TestFetch start() throws Exception {
    SSLContext tls = TestCertificates.shared().context("site");
    return new TestFetch(tls, ScriptedSite.start(tls));
  }

  ScriptedSite site() {
    return site;
  }

  /** Address of a path of the site. */
  String url(String path) {
    return "https://" + HOST + ":" + site.port() + path;
  }

  List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  Downloads downloads(TestPatience patience) {
    return downloads(patience.value(), host -> addresses("127.0.0.1"));
  }

  Downloads downloads() {
    return downloads(TestPatience.USUAL);
  }

  Downloads downloads(Function<String, InetAddress[]> names) {
    return downloads(TestPatience.USUAL.value(), names);
  }

  private Downloads downloads(Patience patience, Function<String, InetAddress[]> names) {
    DnsResolver resolver =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            boolean isAddress = host.matches("[0-9.]+|.*:.*");
            return isAddress ? InetAddress.getAllByName(host) : names.apply(host);
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    SafeAddresses addresses = new SafeAddresses(resolver, AddressRange.all("127.0.0.1/32"));
    WebClient client = new WebClient(addresses, tls, patience);
    Map<String, Map<String, String>> secrets =
        Map.of("store/test", Map.of("X-Token", "made up for tests"));
    Downloads downloads = new Downloads(client, new Attempts(client, patience, this), secrets::get);
    opened.add(downloads);
    return downloads;
  }

  FetchSource source(TestStore store, Path folder) {
    return new FetchSource(
        downloads(), store.database().database(), store.objects(), folder, Halt.NEVER);
  }

  static InetAddress[] addresses(String... texts) {
    try {
      List<InetAddress> addresses = new ArrayList<>();
      for (String text : texts) {
        addresses.add(InetAddress.getByName(text));
      }
      return addresses.toArray(InetAddress[]::new);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public Instant now() {
    return Instant.now().plus(skipped);
  }

  @Override
  public void pause(Duration time) {
    pauses.add(time);
    skipped = skipped.plus(time);
  }

  @Override
  public double jitter() {
    return 0.5;
  }

  /** Patience of tests. */
  enum TestPatience {
    USUAL(Patience.USUAL.whole(), Duration.ofSeconds(60)),
    SHORT(Duration.ofSeconds(1), Duration.ofSeconds(60)),
    SHORT_READ(Patience.USUAL.whole(), Duration.ofMillis(300));

    private final Duration whole;
    private final Duration read;

    TestPatience(Duration whole, Duration read) {
      this.whole = whole;
      this.read = read;
    }

    Patience value() {
      return new Patience(
          Duration.ofSeconds(60), read, whole, Patience.USUAL.pauses(), Patience.USUAL.ask());
    }
  }

  @Override
  public void close() throws IOException {
    for (AutoCloseable it : opened) {
      try {
        it.close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
    site.close();
  }
}
