package io.exportctl.source.hawk;

import io.exportctl.source.hawk.HawkMac.Artifacts;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client's side of one request. */
public final class HawkClient {

  private static final Pattern MAC = Pattern.compile("\\bmac=\"([^\"]*)\"");
  private static final Pattern HASH = Pattern.compile("\\bhash=\"([^\"]*)\"");

  private final String id;
  private final String key;
  private final Artifacts artifacts;

  private HawkClient(String id, String key, Artifacts artifacts) {
    this.id = id;
    this.key = key;
    this.artifacts = artifacts;
  }

  /** Method, address and hash of the body of a request. */
  public static final class Message {

    private final String method;
    private final URI address;
    private final String hash;

    /**
     * Creates a message.
     *
     * @param contentType empty beside an empty body
     */
    public Message(String method, URI address, String contentType, byte[] body) {
      this.method = method;
      this.address = address;
      this.hash = HawkMac.payload(contentType, body);
    }
  }

  /**
   * Prepares a request with an empty body.
   *
   * @param ts seconds since 1970
   */
  public static HawkClient of(
      String id, String key, String method, URI address, long ts, String nonce) {
    return of(id, key, new Message(method, address, "", new byte[0]), ts, nonce);
  }

  /**
   * Prepares a request.
   *
   * @param ts seconds since 1970
   */
  public static HawkClient of(String id, String key, Message message, long ts, String nonce) {
    URI address = message.address;
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    int usual = "https".equals(address.getScheme()) ? 443 : 80;
    int port = address.getPort() < 0 ? usual : address.getPort();
    Artifacts artifacts =
        new Artifacts(
            ts,
            nonce,
            message.method,
            target,
            address.getHost().toLowerCase(Locale.ROOT) + ":" + port,
            Optional.of(message.hash),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new HawkClient(id, key, artifacts);
  }

  /** Value of {@code Authorization}. */
  public String header() {
    return "Hawk id=\"%s\", ts=\"%d\", nonce=\"%s\", hash=\"%s\", mac=\"%s\""
        .formatted(
            id,
            artifacts.ts(),
            artifacts.nonce(),
            artifacts.hash().orElseThrow(),
            HawkMac.header(key, artifacts));
  }

  /** True if the server's signature covers a reply; one without a hash covers no body. */
  public boolean isSigned(String serverAuthorization, String contentType, byte[] body) {
    Optional<String> mac = find(MAC, serverAuthorization);
    Optional<String> hash = find(HASH, serverAuthorization);
    boolean sameBody =
        hash.map(it -> HawkMac.areEqual(it, HawkMac.payload(contentType, body))).orElse(true);
    String expected = HawkMac.response(key, artifacts.ofReply(hash));
    return sameBody && mac.map(it -> HawkMac.areEqual(it, expected)).orElse(false);
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
