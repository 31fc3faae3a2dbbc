package io.exportctl.source.hawk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of Hawk 1 with SHA-256, in base64. */
public final class HawkMac {

  private static final String ALGORITHM = "HmacSHA256";

  private HawkMac() {}

  /**
   * Parts of a request that a code covers.
   *
   * @param target raw path and query, as on the wire
   * @param origin host in lower case and port, with a colon between
   */
  public record Artifacts(
      long ts,
      String nonce,
      String method,
      String target,
      String origin,
      Optional<String> hash,
      Optional<String> ext,
      Optional<String> app,
      Optional<String> dlg) {

    /** Returns what the code of the reply covers: another hash, and no {@code ext}. */
    public Artifacts ofReply(Optional<String> replyHash) {
      return new Artifacts(
          ts, nonce, method, target, origin, replyHash, Optional.empty(), app, dlg);
    }
  }

  /** Code over a request. */
  public static String header(String key, Artifacts artifacts) {
    return mac(key, text("header", artifacts));
  }

  /** Code over a reply. */
  public static String response(String key, Artifacts artifacts) {
    return mac(key, text("response", artifacts));
  }

  /** Code over a time, for clients whose clock is wrong. */
  static String timestamp(String key, long ts) {
    return mac(key, "hawk.1.ts\n" + ts + "\n");
  }

  /**
   * Hash of a body.
   *
   * @param contentType of which the parameters are left out
   */
  public static String payload(String contentType, byte[] body) {
    MessageDigest digest = sha256();
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    digest.update(("hawk.1.payload\n" + type + "\n").getBytes(UTF_8));
    digest.update(body);
    digest.update((byte) '\n');
    return Base64.getEncoder().encodeToString(digest.digest());
  }

  /** Compares without telling by the time where the texts differ. */
  static boolean areEqual(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private static String text(String kind, Artifacts artifacts) {
    int colon = artifacts.origin().lastIndexOf(':');
    StringBuilder text = new StringBuilder("hawk.1.").append(kind).append('\n');
    line(text, Long.toString(artifacts.ts()));
    line(text, artifacts.nonce());
    line(text, artifacts.method().toUpperCase(Locale.ROOT));
    line(text, artifacts.target());
    line(text, artifacts.origin().substring(0, colon).toLowerCase(Locale.ROOT));
    line(text, artifacts.origin().substring(colon + 1));
    line(text, artifacts.hash().orElse(""));
    line(text, artifacts.ext().orElse("").replace("\\", "\\\\").replace("\n", "\\n"));
    artifacts
        .app()
        .ifPresent(
            it -> {
              line(text, it);
              line(text, artifacts.dlg().orElse(""));
            });
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String mac(String key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
