package io.exportctl.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointerWalkTest {

  private static final String TEXT =
      """
      users: [a, b]
      tags:
        a/b~c: one
        "": two
        "0": three
        'd"e\\f': four
      """;

  @ParameterizedTest
  @CsvSource({
    "#, 1:1",
    "#/users, 1:8",
    "#/users/1, 1:12",
    "#/users/2, 1:8",
    "#/users/x, 1:8",
    "#/users/99999999999, 1:8",
    "#/tags/a~1b~0c, 3:10",
    "#/tags/a~01b~00c, 3:10",
    "#/tags/, 4:7",
    "#/tags/d\\\"e\\\\f, 6:12",
    "#/tags/d\\\\\\\"e\\\\\\\\f, 6:12",
    "#/tags/0, 5:8",
    "#/tags/unknown, 3:3",
    "#/unknown/users, 1:8",
  })
  void findsValueOrLastExistingParent(String pointer, String place) {
    assertThat(place(pointer, false)).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({"#/users, 1:1", "#/tags/a~1b~0c, 3:3", "#/tags/unknown, 3:3", "#/users/0, 1:8"})
  void findsKey(String pointer, String place) {
    assertThat(place(pointer, true)).isEqualTo(place);
  }

  private static String place(String pointer, boolean key) {
    YamlNode root =
        YamlReader.read("x", TEXT.getBytes(StandardCharsets.UTF_8)).root().orElseThrow();
    YamlNode node = new PointerWalk(root).find(pointer, key);
    return node.span().line() + ":" + node.span().column();
  }
}
