package io.exportctl.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.agreement.Mutation;
import io.exportctl.workspace.Bundle;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlReader;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is taken without the schema library, it takes too. {@code -Dplain.seeds=10000000} goes
 * on for longer.
 */
class PlainSchemaTest {

  private static final int SEEDS = Integer.getInteger("plain.seeds", 20_000);

  private final Map<String, DocumentSchema> schemas = new HashMap<>();

  @Test
  void takesNothingThatTheLibraryRefuses() {
    long accepted = IntStream.range(0, SEEDS).filter(this::assertIsTakenRightly).count();

    assertThat(accepted).isGreaterThan(SEEDS / 20);
  }

  /** Whether it is taken without the library. */
  private boolean assertIsTakenRightly(int seed) {
    Mutation mutation = Mutation.of(seed);
    DocumentSchema schema = schemas.computeIfAbsent(mutation.schema(), PlainSchemaTest::load);
    YamlDocument document = YamlReader.read("x.yaml", mutation.bytes());
    if (document.root().isEmpty()) {
      return false;
    }
    YamlNode root = document.root().get();
    boolean accepted = schema.acceptsPlainly(root);
    if (accepted) {
      assertThat(schema.refused(document, root, Map::of))
          .as("seed %d: %s", seed, mutation)
          .isEmpty();
    }
    return accepted;
  }

  private static DocumentSchema load(String name) {
    String path = "schema/" + name + ".schema.json";
    return DocumentSchema.parse(path, Bundle.read(path));
  }
}
