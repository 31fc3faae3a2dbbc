package io.exportctl.source.hawk;

import io.exportctl.source.hawk.HawkMac.Artifacts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Checks the signatures of requests, and signs the replies. */
public final class HawkVerifier {

  private static final long SKEW_SECONDS = 60;

  /** Key in place of an unknown client's, so that the answer takes the same time. */
  private static final String NO_KEY = "no client has this key, which stands in for one";

  private final Keys keys;
  private final Nonces nonces;
  private final List<String> origins;
  private final InstantSource clock;

  /**
   * Creates a verifier.
   *
   * @param origins host and port that clients may sign for
   */
  public HawkVerifier(Keys keys, Nonces nonces, List<String> origins, InstantSource clock) {
    this.keys = keys;
    this.nonces = nonces;
    this.origins = List.copyOf(origins);
    this.clock = clock;
  }

  /** The keys of the clients that are not disabled. */
  @FunctionalInterface
  public interface Keys {

    Optional<String> find(String client);
  }

  /** The nonces that were used. */
  @FunctionalInterface
  public interface Nonces {

    /** Uses a nonce; false if it was used already. */
    boolean use(String client, String nonce, long ts);
  }

  /** A request. */
  public static final class Request {

    private final String method;
    private final String target;
    private final Optional<String> header;
    private final String contentType;
    private final byte[] body;

    /**
     * Creates a request.
     *
     * @param target raw path and query
     * @param header value of {@code Authorization}
     * @param contentType empty for none
     */
    public Request(
        String method, String target, Optional<String> header, String contentType, byte[] body) {
      this.method = method;
      this.target = target;
      this.header = header;
      this.contentType = contentType;
      this.body = body.clone();
    }
  }

  /** A request whose signature is right. */
  public static final class Verified {

    private final String client;
    private final String key;
    private final Artifacts artifacts;

    private Verified(String client, String key, Artifacts artifacts) {
      this.client = client;
      this.key = key;
      this.artifacts = artifacts;
    }

    public String client() {
      return client;
    }

    /** Value of {@code Server-Authorization} for a reply. */
    public String sign(String contentType, byte[] body) {
      String hash = HawkMac.payload(contentType, body);
      String mac = HawkMac.response(key, artifacts.ofReply(Optional.of(hash)));
      return "Hawk mac=\"" + mac + "\", hash=\"" + hash + "\"";
    }

    /** Value of {@code Server-Authorization} for a reply whose body is not known yet. */
    public String signWithoutBody() {
      String mac = HawkMac.response(key, artifacts.ofReply(Optional.empty()));
      return "Hawk mac=\"" + mac + "\"";
    }
  }

  /**
   * Checks a request.
   *
   * @throws HawkRefusal if the header is malformed, or does not prove who sends it
   */
  public Verified verify(Request request) throws HawkRefusal {
    HawkHeader header = HawkHeader.parse(request.header);
    Optional<String> key = keys.find(header.id());
    Optional<Artifacts> artifacts = artifacts(request, header, key.orElse(NO_KEY));
    if (key.isEmpty() || artifacts.isEmpty()) {
      throw HawkRefusal.unauthorized("Hawk error=\"Bad mac\"", "bad mac");
    }
    checkBody(request, header);
    long now = clock.instant().getEpochSecond();
    if (Math.abs(header.ts() - now) > SKEW_SECONDS) {
      String tsm = HawkMac.timestamp(key.get(), now);
      throw HawkRefusal.unauthorized(
          "Hawk ts=\"" + now + "\", tsm=\"" + tsm + "\", error=\"Stale timestamp\"",
          "stale timestamp");
    }
    if (!nonces.use(header.id(), header.nonce(), header.ts())) {
      throw HawkRefusal.unauthorized("Hawk error=\"Invalid nonce\"", "replay");
    }
    return new Verified(header.id(), key.get(), artifacts.get());
  }

  private Optional<Artifacts> artifacts(Request request, HawkHeader header, String key) {
    Optional<Artifacts> fitting = Optional.empty();
    for (String origin : origins) {
      Artifacts artifacts =
          new Artifacts(
              header.ts(),
              header.nonce(),
              request.method,
              request.target,
              origin,
              header.hash(),
              header.ext(),
              header.app(),
              header.dlg());
      if (HawkMac.areEqual(HawkMac.header(key, artifacts), header.mac())) {
        fitting = Optional.of(artifacts);
      }
    }
    return fitting;
  }

  private static void checkBody(Request request, HawkHeader header) throws HawkRefusal {
    boolean empty = request.body.length == 0 && request.contentType.isEmpty();
    boolean fits =
        header
            .hash()
            .map(it -> HawkMac.areEqual(it, HawkMac.payload(request.contentType, request.body)))
            .orElse(empty);
    if (!fits) {
      throw HawkRefusal.unauthorized("Hawk error=\"Bad payload hash\"", "bad payload hash");
    }
  }
}
