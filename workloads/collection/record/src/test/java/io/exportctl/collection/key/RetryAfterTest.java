package io.exportctl.collection.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          7,                               , 7
          0,                               , 0
          '',                              , 0
          soon,                            , 0
          -5,                              , 0
          99999999999,                     , 0
          'Tue, 01 Dec 2026 10:00:30 GMT', 'Tue, 01 Dec 2026 10:00:00 GMT', 30
          'Tue, 01 Dec 2026 09:00:00 GMT', 'Tue, 01 Dec 2026 10:00:00 GMT', 0
          'Tue, 01 Dec 2026 10:00:30 GMT', yesterday,                       0
          'Tue, 01 Dec 2026 10:00:30 GMT', ,                                0
          """)
  void readsSecondsAndDates(String value, String date, long seconds) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Retry-After", List.of(value));
    if (date != null) {
      headers.put("Date", List.of(date));
    }

    assertThat(RetryAfter.of(HttpHeaders.of(headers, (name, text) -> true)))
        .isEqualTo(Duration.ofSeconds(seconds));
  }
}
