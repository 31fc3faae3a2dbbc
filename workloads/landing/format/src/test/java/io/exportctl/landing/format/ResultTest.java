package io.exportctl.landing.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTest {

  @Test
  void readsARefusal() throws Exception {
    String json =
        """
        {"status":"refused","reasons":[
          {"id":"corrupt-part","table":"note","column":"text","detail":"line 3 is not JSON"},
          {"id":"format","detail":"not a manifest"}],
         "tables":0,"rows":0,"nulled":[],"schemaChanges":[]}
        """;

    assertThat(Result.parse(json.getBytes(UTF_8)))
        .isEqualTo(
            new Result(
                false,
                List.of(
                    "corrupt-part, table \"note\", column \"text\": line 3 is not JSON",
                    "format: not a manifest"),
                List.of()));
  }

  @Test
  void readsTheColumnsWithNulledValues() throws Exception {
    String json =
        """
        {"status":"published","reasons":[],"nulled":[{"table":"note","column":"day","count":3}]}
        """;

    assertThat(Result.parse(json.getBytes(UTF_8)))
        .isEqualTo(new Result(true, List.of(), List.of("note.day: 3")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"status\":\"maybe\",\"reasons\":[],\"nulled\":[]}"})
  void refusesOtherText(String json) {
    assertThatThrownBy(() -> Result.parse(json.getBytes(UTF_8)))
        .isInstanceOf(ManifestException.class);
  }
}
