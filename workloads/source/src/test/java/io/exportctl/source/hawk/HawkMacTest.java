package io.exportctl.source.hawk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.hawk.HawkMac.Artifacts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The examples of <a href="https://github.com/mozilla/hawk/blob/main/API.md">Hawk's
 * specification</a>, and others that the reference implementation gave.
 */
class HawkMacTest {

  private static final String KEY = "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn";
  private static final long TS = 1353832234;

  private static Artifacts artifacts(
      String method, String target, String origin, Optional<String> hash, Optional<String> ext) {
    return new Artifacts(
        TS, "j4h3g2", method, target, origin, hash, ext, Optional.empty(), Optional.empty());
  }

  @Test
  void signsTheRequestOfTheSpecification() {
    Artifacts artifacts =
        artifacts(
            "GET",
            "/resource/1?b=1&a=2",
            "example.com:8000",
            Optional.empty(),
            Optional.of("some-app-ext-data"));

    assertThat(HawkMac.header(KEY, artifacts))
        .isEqualTo("6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE=");
  }

  @Test
  void signsTheBodyOfTheSpecification() {
    String hash = HawkMac.payload("text/plain", "Thank you for flying Hawk".getBytes(UTF_8));
    Artifacts artifacts =
        artifacts(
            "POST",
            "/resource/1?b=1&a=2",
            "example.com:8000",
            Optional.of(hash),
            Optional.of("some-app-ext-data"));

    assertThat(hash).isEqualTo("Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY=");
    assertThat(HawkMac.header(KEY, artifacts))
        .isEqualTo("aSe1DERmZuRl3pI36/9BdZmnErTw3sNzOOAUlfeKjVw=");
  }

  @Test
  void signsARequestAndItsReply() {
    String empty = HawkMac.payload("", new byte[0]);
    Artifacts request =
        artifacts(
            "GET",
            "/api/v1/table-data/hmrc.exporters/L1?orientation=records",
            "store.example.org:443",
            Optional.of(empty),
            Optional.empty());
    String reply =
        HawkMac.payload("application/json", "{\"results\":[],\"next\":null}".getBytes(UTF_8));

    assertThat(empty).isEqualTo("B0weSUXsMcb5UhL41FZbrUJCAotzSI3HawE1NPLRUz8=");
    assertThat(HawkMac.header(KEY, request))
        .isEqualTo("37sddDXMv0usZ+KEw7l759hOC5T/4qoRn7hUj2uE3hw=");
    assertThat(reply).isEqualTo("4W2E3EOEb3in09c1AquP6GD0tv8WGxjFrhHXTiPvLfs=");
    assertThat(HawkMac.response(KEY, request.ofReply(Optional.of(reply))))
        .isEqualTo("ubBvvEq1v5ksyUAn+Cez0fwi2rFjU8FBoRzMRxYpbhg=");
  }

  @Test
  void signsATime() {
    assertThat(HawkMac.timestamp(KEY, TS))
        .isEqualTo("2mw1eh/qXzl0wJZ/E6XvBhRMEJN7L3j8AyMA8eItEb0=");
  }

  @Test
  void signsTheReplyOfTheSpecification() {
    Artifacts artifacts =
        new Artifacts(
            1398546787,
            "xUwusx",
            "POST",
            "/resource/4?filter=a",
            "example.com:8080",
            Optional.of(HawkMac.payload("text/plain", "some reply".getBytes(UTF_8))),
            Optional.of("response-specific"),
            Optional.empty(),
            Optional.empty());

    assertThat(HawkMac.response(KEY, artifacts))
        .isEqualTo("n14wVJK4cOxAytPUMc5bPezQzuJGl5n7MYXhFQgEKsE=");
  }

  @Test
  void leavesOutTheParametersOfAContentType() {
    assertThat(HawkMac.payload("Application/JSON; charset=utf-8", new byte[0]))
        .isEqualTo(HawkMac.payload("application/json", new byte[0]));
  }
}
