package io.exportctl.source.fetch;

import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Requests that follow redirects, and are sent again after failures that may pass. */
final class Attempts {

  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final WebClient client;
  private final Patience patience;
  private final Waiting waiting;

  Attempts(WebClient client, Patience patience, Waiting waiting) {
    this.client = client;
    this.patience = patience;
    this.waiting = waiting;
  }

  /**
   * Target of a request.
   *
   * @param headers only for hosts that the source names
   */
  record Target(URI address, Addresses addresses, Map<String, String> headers) {

    /** Copies the headers. */
    Target {
      headers = Map.copyOf(headers);
    }

    /** Leaves out the headers, which may hold credentials. */
    @Override
    public String toString() {
      return Addresses.shown(address);
    }
  }

  /** End of a request: the value of its reply, or the place of a redirect. */
  private record End<T>(Optional<T> value, Optional<String> location) {}

  /** A failure after which another attempt may succeed. */
  private static final class PassingFailure extends IOException {

    private static final long serialVersionUID = 1;
    private final transient Optional<Duration> retryAfter;

    PassingFailure(String message, Optional<Duration> retryAfter) {
      super(message);
      this.retryAfter = retryAfter;
    }
  }

  /**
   * Sends a request until it is answered.
   *
   * @throws StoreException if it is not, in words for a person
   */
  <T> T get(Target target, Exchange<T> exchange) {
    Instant end = waiting.now().plus(patience.whole());
    for (int attempt = 0; ; attempt++) {
      IOException failure;
      try {
        return follow(target, exchange, end);
      } catch (SafeAddresses.UnsafeAddressException e) {
        throw failed("unsafe-address", target, "leads to a host without a public address", e);
      } catch (SSLHandshakeException | SSLPeerUnverifiedException e) {
        throw failed("bad-certificate", target, "has a certificate that is not valid", e);
      } catch (IOException e) {
        failure = e;
      }
      if (!waiting.now().isBefore(end)) {
        throw failed("too-slow", target, "was not there within " + text(patience.whole()), failure);
      }
      if (attempt == patience.pauses().size()) {
        throw failed("unreachable", target, words(failure), failure);
      }
      pause(target, attempt, failure);
    }
  }

  private static String words(IOException failure) {
    String reason =
        failure instanceof PassingFailure
            ? failure.getMessage()
            : failure instanceof UnknownHostException
                ? "has a host that is not known"
                : "could not be read to its end";
    return reason + ", also when tried again";
  }

  private static StoreException failed(
      String code, Attempts.Target target, String reason, IOException cause) {
    return StoreException.failed(code, target + " " + reason, cause);
  }

  private static String text(Duration time) {
    return time.toSeconds() + " seconds";
  }

  private void pause(Target target, int attempt, IOException failure) {
    Duration longest = patience.pauses().get(attempt);
    Duration pause =
        failure instanceof PassingFailure passing && passing.retryAfter.isPresent()
            ? passing.retryAfter.get()
            : Duration.ofMillis((long) (longest.toMillis() * waiting.jitter()));
    if (pause.compareTo(patience.ask()) > 0) {
      throw failed("unreachable", target, "asks to come back after " + text(pause), failure);
    }
    try {
      waiting.pause(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreException.failed("interrupted", target + " was not fetched: the program ends", e);
    }
  }

  private <T> T follow(Target target, Exchange<T> exchange, Instant end) throws IOException {
    URI address = target.address();
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      URI here = target.addresses().check(address);
      Map<String, String> headers = new LinkedHashMap<>();
      if (target.addresses().isNamed(here)) {
        headers.putAll(target.headers());
      }
      headers.putAll(exchange.headers());
      Duration most = Duration.between(waiting.now(), end);
      End<T> step = client.get(here, headers, most, reply -> end(here, exchange, reply));
      if (step.value().isPresent()) {
        return step.value().get();
      }
      address = resolved(here, step.location().orElseThrow());
    }
    throw StoreException.failed(
        "too-many-redirects", target + " leads to more than " + MOST_REDIRECTS + " others in turn");
  }

  private static URI resolved(URI base, String location) {
    try {
      return base.resolve(location.strip());
    } catch (IllegalArgumentException e) {
      throw StoreException.failed(
          "unsafe-address", Addresses.shown(base) + " leads to an address that is not one");
    }
  }

  private <T> End<T> end(URI address, Exchange<T> exchange, Exchange.Reply reply)
      throws IOException {
    int status = reply.status();
    Optional<String> location = reply.header("Location");
    if (exchange.accepts(status)) {
      return new End<>(Optional.of(exchange.read(reply)), Optional.empty());
    }
    if (REDIRECTS.contains(status) && location.isPresent()) {
      return new End<>(Optional.empty(), location);
    }
    String text = "answered with status " + status;
    if (PASSING.contains(status) || status >= 500) {
      throw new PassingFailure(text, RetryAfter.parse(reply.header("Retry-After"), waiting.now()));
    }
    throw StoreException.failed("bad-status", Addresses.shown(address) + " " + text);
  }
}
