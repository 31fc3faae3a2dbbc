package io.exportctl.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.agreement.Mutation;
import io.exportctl.workspace.Bundle;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlReader;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is taken without the schema library, it takes too; and where only keys are wrong without
 * it, it finds the same. {@code -Dplain.seeds=10000000} goes on for longer.
 */
class PlainSchemaTest {

  private static final int SEEDS = Integer.getInteger("plain.seeds", 20_000);

  private final Map<String, DocumentSchema> schemas = new HashMap<>();

  @Test
  void saysWhatTheLibrarySays() {
    Map<PlainSchema.Verdict, Long> verdicts =
        IntStream.range(0, SEEDS)
            .mapToObj(this::assertIsJudgedRightly)
            .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting()));

    assertThat(verdicts.values()).hasSize(3).allMatch(number -> number > SEEDS / 100);
  }

  /** What is said without the library. */
  private PlainSchema.Verdict assertIsJudgedRightly(int seed) {
    Mutation mutation = Mutation.of(seed);
    DocumentSchema schema = schemas.computeIfAbsent(mutation.schema(), PlainSchemaTest::load);
    YamlDocument document = YamlReader.read("x.yaml", mutation.bytes());
    if (document.root().isEmpty()) {
      return PlainSchema.Verdict.UNKNOWN;
    }
    YamlNode root = document.root().get();
    PlainSchema.Verdict verdict = schema.verdict(root);
    if (verdict != PlainSchema.Verdict.UNKNOWN) {
      assertThat(schema.refused(document, root, Map::of))
          .as("seed %d: %s", seed, mutation)
          .isEqualTo(schema.refusedPlainly(document, verdict, Map::of));
    }
    return verdict;
  }

  private static DocumentSchema load(String name) {
    String path = "schema/" + name + ".schema.json";
    return DocumentSchema.parse(path, Bundle.read(path));
  }
}
