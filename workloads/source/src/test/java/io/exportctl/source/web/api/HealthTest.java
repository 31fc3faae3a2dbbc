package io.exportctl.source.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Readiness for requests. */
class HealthTest {

  private static String text(Reply reply) {
    return reply.status() + " " + new String(reply.body(), UTF_8);
  }

  @Test
  void tellsTheFirstFault() {
    Health health =
        new Health()
            .with("the database cannot be reached", () -> true)
            .with("the tables are not those of this program", () -> false)
            .with(
                "the stored files cannot be reached",
                () -> {
                  throw new IOException();
                });

    assertThat(text(health.ready()))
        .isEqualTo("503 {\"error\":\"the tables are not those of this program\"}");
  }

  @Test
  void countsAnExceptionAsAFault() {
    Health health =
        new Health()
            .with(
                "the stored files cannot be reached",
                () -> {
                  throw new IOException("secret");
                });

    assertThat(text(health.ready()))
        .isEqualTo("503 {\"error\":\"the stored files cannot be reached\"}");
  }

  @Test
  void isNotReadyOnceTheProcessEnds() {
    Health health = new Health().with("x", () -> true);
    assertThat(text(health.ready())).isEqualTo("200 {\"status\":\"OK\"}");
    health.stop();

    assertThat(text(health.ready())).isEqualTo("503 {\"error\":\"the process ends\"}");
  }
}
