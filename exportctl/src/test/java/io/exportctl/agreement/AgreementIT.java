package io.exportctl.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Goldens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that an editor and our validator agree on files and read the same values. A new case is a
 * new file in {@code src/test/resources/agreement}, below the name of its schema.
 */
class AgreementIT {

  private static SecondOpinion editor;
  private static Agreement agreement;

  @BeforeAll
  static void start() {
    editor = SecondOpinion.start();
    agreement = new Agreement(editor);
  }

  @AfterAll
  static void stop() {
    editor.close();
  }

  static Stream<Path> files() {
    return Corpus.SCHEMAS.stream().flatMap(schema -> Corpus.files(schema).stream());
  }

  @ParameterizedTest
  @MethodSource("files")
  void agreesOnFile(Path file) {
    String schema = file.getParent().getFileName().toString();

    assertThat(agreement.difference(schema, Corpus.bytes(file))).isEmpty();
  }

  static List<String> scalars() {
    return Corpus.scalars();
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void agreesOnScalar(String scalar) {
    for (String document :
        List.of("tags:\n  a: ", "recovery_days: ", "tags: {a: b}\n? ", "? a\n: - ")) {
      byte[] yaml = (document + scalar + "\n").getBytes(StandardCharsets.UTF_8);

      assertThat(agreement.difference("platform", yaml)).as(document).isEmpty();
    }
  }

  static List<Agreement.Stricter> stricter() {
    return Agreement.STRICTER;
  }

  @ParameterizedTest
  @MethodSource("stricter")
  void needsEachExceptionThatItDeclares(Agreement.Stricter exception) {
    Path file = Goldens.resources().resolve("agreement").resolve(exception.example());
    byte[] yaml = Corpus.bytes(file);

    assertThat(agreement.anyDifference("push", yaml)).isPresent();
    assertThat(Agreement.STRICTER.stream().filter(one -> one.excuses(yaml)))
        .containsExactly(exception);
  }
}
