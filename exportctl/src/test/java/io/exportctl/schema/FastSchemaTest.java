package io.exportctl.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.agreement.Mutation;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.SchemaFile;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/**
 * The fast check of a schema agrees with the schema library on random documents. {@code
 * -Dplain.seeds=10000000} tries more of them.
 */
class FastSchemaTest {

  private static final int SEEDS = Integer.getInteger("plain.seeds", 2_000);

  private final Map<String, DocumentSchema> schemas = new HashMap<>();

  @Test
  void findsTheSameAsTheLibrary() {
    Map<String, Long> results =
        IntStream.range(0, SEEDS)
            .mapToObj(this::assertSameResult)
            .collect(Collectors.groupingBy(result -> result, Collectors.counting()));

    assertThat(results)
        .containsOnlyKeys("accepted", "refused", "unsure")
        .allSatisfy((result, times) -> assertThat(times).isGreaterThan(SEEDS / 100));
  }

  @Test
  void leavesUnknownKeywordToTheLibrary() {
    JSONObject schema =
        new JSONObject(
            """
            {"additionalProperties": {"type": "string"}, "propertyNames": {"const": "name"}}
            """);
    YamlNode root = YamlReader.read("x.yaml", "other: text\n".getBytes(UTF_8)).root().orElseThrow();

    assertThat(new FastSchema(schema).violations(root)).isEmpty();
  }

  /** Returns the result of the fast check, which is the same as the library's. */
  private String assertSameResult(int seed) {
    Mutation mutation = Mutation.of(seed);
    DocumentSchema schema = schemas.computeIfAbsent(mutation.schema(), FastSchemaTest::load);
    YamlDocument document = YamlReader.read("x.yaml", mutation.bytes());
    if (document.root().isEmpty()) {
      return "unsure";
    }
    YamlNode root = document.root().get();
    Optional<List<Violation>> violations = schema.violations(root);
    if (violations.isEmpty()) {
      return "unsure";
    }
    assertThat(schema.refused(document, violations.get(), List::of))
        .as("seed %d: %s", seed, mutation)
        .isEqualTo(schema.refused(document, root, List::of));
    return violations.get().isEmpty() ? "accepted" : "refused";
  }

  private static DocumentSchema load(String name) {
    return DocumentSchema.read(SchemaFile.path(name), Bundle::read);
  }
}
