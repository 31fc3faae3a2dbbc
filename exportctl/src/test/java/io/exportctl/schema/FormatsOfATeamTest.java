package io.exportctl.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats of draft-07, for a team's own schemas, work with the bundled libraries. */
class FormatsOfATeamTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date                  | 2028-03-31                  | 31.3.2028
          date-time             | 2028-03-31T12:00:00Z        | 2028-03-31
          time                  | 12:00:00Z                   | noon
          email                 | someone@example.org         | someone
          hostname              | example.org                 | -example
          ipv4                  | 192.0.2.1                   | 192.0.2
          ipv6                  | 2001:db8::1                 | 2001::db8::1
          json-pointer          | /users/0                    | users
          relative-json-pointer | 1/users                     | users
          regex                 | ^[a-z]+$                    | [a-z
          uri                   | https://example.org         | example org
          uri-reference         | ../example                  | example org
          uri-template          | https://example.org/{name}  | https://example.org/{name
          uri-template          | /{+path:3}{?page,size*}     | /{name{size}}
          uri-template          | /plain%20text/{a%2Fb}       | /{}
          """)
  void acceptsAndRefuses(String format, String valid, String invalid) {
    DocumentSchema schema = schemaWith(format);

    assertThat(schema.check(document(valid), List::of)).isEmpty();
    assertThat(schema.check(document(invalid), List::of)).hasSize(1);
  }

  private static DocumentSchema schemaWith(String format) {
    JSONObject link =
        new JSONObject(Map.of("type", "string", "title", "link", "format", format))
            .put("examples", new Object[] {"an example"});
    JSONObject schema =
        new JSONObject(Map.of("type", "object", "properties", Map.of("link", link.toMap())));
    return DocumentSchema.read(
        "schema/push.schema.json", path -> schema.toString().getBytes(UTF_8));
  }

  private static YamlDocument document(String value) {
    return YamlReader.read("x.yaml", ("link: " + JSONObject.quote(value) + "\n").getBytes(UTF_8));
  }
}
