package io.exportctl.source.hawk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exportctl.source.hawk.HawkMac.Artifacts;
import io.exportctl.source.hawk.HawkVerifier.Request;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of the check, each wrong in turn. */
class HawkVerifierTest {

  private static final String KEY = "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn";
  private static final long NOW = 1_353_832_234;
  private static final String TARGET = "/a%2Fb;x//é?b=%20&a=2";

  private final Set<String> used = new HashSet<>();
  private final HawkVerifier verifier =
      new HawkVerifier(
          id -> id.equals("reader") ? Optional.of(KEY) : Optional.empty(),
          (client, nonce, ts) -> used.add(client + " " + nonce + " " + ts),
          List.of("example.com:443", "example.com:80"),
          () -> Instant.ofEpochSecond(NOW));

  private static String header(String id, long ts, String nonce, String origin, String more) {
    Artifacts artifacts =
        new Artifacts(
            ts,
            nonce,
            "GET",
            TARGET,
            origin,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return "Hawk id=\"%s\", ts=\"%d\", nonce=\"%s\", mac=\"%s\"%s"
        .formatted(id, ts, nonce, HawkMac.header(KEY, artifacts), more);
  }

  private static Request request(String header) {
    return new Request("GET", TARGET, Optional.of(header), "", new byte[0]);
  }

  private HawkRefusal refusal(Request request) {
    return catchThrowableOfType(HawkRefusal.class, () -> verifier.verify(request));
  }

  @Test
  void acceptsEachOriginAndSignsTheReplyForIt() throws HawkRefusal {
    HawkVerifier.Verified secure =
        verifier.verify(request(header("reader", NOW, "a", "example.com:443", "")));
    HawkVerifier.Verified plain =
        verifier.verify(request(header("reader", NOW, "b", "example.com:80", "")));

    assertThat(secure.client()).isEqualTo("reader");
    assertThat(secure.sign("application/json", new byte[0]))
        .isNotEqualTo(plain.sign("application/json", new byte[0]));
  }

  @Test
  @DisplayName("S28: the steps of the check, each wrong in turn")
  void refusesEachWrongStep() {
    String good = header("reader", NOW, "n", "example.com:443", "");
    Request none = new Request("GET", TARGET, Optional.empty(), "", new byte[0]);

    assertThat(refusal(none).challenge()).isEqualTo("Hawk");
    assertThat(refusal(request("Basic abc")).challenge()).isEqualTo("Hawk");
    assertThat(refusal(request(header("other", NOW, "n", "example.com:443", ""))))
        .extracting(HawkRefusal::status, HawkRefusal::challenge)
        .containsExactly(401, "Hawk error=\"Bad mac\"");
    assertThat(refusal(request(header("reader", NOW, "n", "example.org:443", ""))))
        .extracting(HawkRefusal::status, HawkRefusal::challenge)
        .containsExactly(401, "Hawk error=\"Bad mac\"");
    assertThat(
            refusal(new Request("GET", TARGET, Optional.of(good), "text/plain", new byte[0]))
                .getMessage())
        .isEqualTo("bad payload hash");
    assertThat(
            refusal(new Request("GET", TARGET, Optional.of(good), "", "x".getBytes(UTF_8)))
                .getMessage())
        .isEqualTo("bad payload hash");
    assertThat(used).isEmpty();
  }

  @Test
  void refusesANonceThatWasUsed() throws HawkRefusal {
    String header = header("reader", NOW, "n", "example.com:443", "");
    verifier.verify(request(header));

    assertThat(refusal(request(header)).getMessage()).isEqualTo("replay");
    verifier.verify(request(header("reader", NOW + 1, "n", "example.com:443", "")));
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, -59, 59, 60})
  @DisplayName("S30: a clock that is wrong by at most a minute")
  void acceptsAClockThatIsSlightlyWrong(long skew) throws HawkRefusal {
    assertThat(verifier.verify(request(header("reader", NOW + skew, "n", "example.com:443", ""))))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {-61, 61, -1_000_000})
  @DisplayName("S30: a clock that is wrong by more than a minute")
  void tellsTheTimeToAClockThatIsWrong(long skew) {
    HawkRefusal refusal =
        refusal(request(header("reader", NOW + skew, "n", "example.com:443", "")));

    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.challenge())
        .isEqualTo(
            "Hawk ts=\"1353832234\", tsm=\"2mw1eh/qXzl0wJZ/E6XvBhRMEJN7L3j8AyMA8eItEb0=\","
                + " error=\"Stale timestamp\"");
    assertThat(used).isEmpty();
  }

  static Stream<String> malformed() {
    String id = "id=\"reader\"";
    String rest = ", nonce=\"n\", mac=\"m\"";
    String ts = ", ts=\"1\"";
    return Stream.of(
        "Hawk",
        "Hawk ",
        "Hawk x",
        "Hawk id",
        "Hawk id=",
        "Hawk id=\"",
        "Hawk id=reader",
        "Hawk id=\"\"",
        "Hawk id='reader'",
        "Hawk " + id,
        "Hawk " + id + ts,
        "Hawk " + id + rest,
        "Hawk" + ts.substring(1) + rest,
        "Hawk " + id + ts + ", nonce=\"n\"",
        "Hawk " + id + ts + ", mac=\"m\"",
        "Hawk " + id + ts + rest + ",",
        "Hawk " + id + ts + rest + ", ",
        "Hawk , " + id + ts + rest,
        "Hawk " + id + " " + ts.substring(2) + rest,
        "Hawk " + id + ",," + ts.substring(2) + rest,
        "Hawk " + id + ";" + ts.substring(2) + rest,
        "Hawk " + id + ts + rest + ", " + id,
        "Hawk " + id + ts + rest + ts,
        "Hawk " + id + ts + rest + ", mac=\"o\"",
        "Hawk " + id + ts + rest + ", x=\"1\"",
        "Hawk " + id + ts + rest + ", ID=\"1\"",
        "Hawk " + id + ts + rest + ", bewit=\"1\"",
        "Hawk " + id + ts + rest + ", ext=\"a\"b\"",
        "Hawk " + id + ts + rest + ", ext=\"a\\b\"",
        "Hawk " + id + ts + rest + ", ext=\"é\"",
        "Hawk " + id + ts + rest + ", ext=\"a\nb\"",
        "Hawk " + id + ts + rest + ", ext=\"a\tb\"",
        "Hawk " + id + ts + rest + ", ext=\"a",
        "Hawk " + id + ", ts=\"-1\"" + rest,
        "Hawk " + id + ", ts=\"1.5\"" + rest,
        "Hawk " + id + ", ts=\"x\"" + rest,
        "Hawk " + id + ", ts=\"" + "9".repeat(30) + "\"" + rest,
        "Hawk " + id + ts + ", nonce=\"" + "n".repeat(65) + "\", mac=\"m\"",
        "Hawk id=\"" + "i".repeat(129) + "\"" + ts + rest,
        "Hawk " + id + ts + rest + ", ext=\"" + "e".repeat(4096) + "\"");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  @DisplayName("S28, S30: malformed headers")
  void refusesMalformedHeaders(String header) {
    assertThat(refusal(request(header)).status()).isEqualTo(400);
    assertThat(malformed()).hasSize(40);
  }
}
