package io.exportctl.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Goldens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All messages in the fixtures are short and in words for an analyst. */
class MessagesTest {

  private static final int LONGEST = 100;
  private static final Pattern MESSAGE =
      Pattern.compile(
          "^([^ ].*?): (?:error|warning): (.*) \\[[a-z0-9-]+](?: \\[\\*])?\n((?:(?!  help: ).*\n){0,3})(?:  help: (.*)\n)?",
          Pattern.MULTILINE);
  private static final Pattern JARGON =
      Pattern.compile(
          "(?i)\\b(json|java|schema|exception|null|string|array|boolean|integer|scalar|regex|pattern"
              + "|node|mapping|sequence|stream|token)\\b");

  /** A message and its help. */
  private record Message(String fixture, String text, Optional<String> help) {

    /** Returns the message without quotations from the file. */
    String ownWords() {
      return text.replaceAll("\".*\"", "\"\"");
    }
  }

  @Test
  void areShort() {
    assertThat(messages())
        .filteredOn(message -> !message.text().contains("datasets/"))
        .allSatisfy(
            message ->
                assertThat(message.text().codePointCount(0, message.text().length()))
                    .as(message.toString())
                    .isLessThanOrEqualTo(LONGEST));
  }

  @Test
  void areInPlainWords() {
    assertThat(messages())
        .allSatisfy(
            message -> assertThat(message.ownWords()).doesNotContainPattern(JARGON.pattern()));
  }

  @Test
  void areOneClauseInLowerCase() {
    assertThat(messages())
        .allSatisfy(
            message -> {
              assertThat(message.text()).doesNotEndWith(".").isNotBlank();
              assertThat(Character.isUpperCase(message.text().codePointAt(0)))
                  .as(message.toString())
                  .isFalse();
            });
  }

  @Test
  void sayHowToFixIt() {
    assertThat(messages())
        .hasSizeGreaterThan(250)
        .allSatisfy(message -> assertThat(message.help()).as(message.toString()).isPresent());
  }

  private static List<Message> messages() {
    try (Stream<Path> paths = Files.walk(Goldens.resources().resolve("validate"))) {
      return paths
          .filter(path -> path.toString().endsWith(".out"))
          .sorted()
          .flatMap(MessagesTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Message> read(Path expectation) {
    try {
      return MESSAGE
          .matcher(Files.readString(expectation))
          .results()
          .map(
              found ->
                  new Message(
                      expectation.getFileName().toString(),
                      found.group(2),
                      Optional.ofNullable(found.group(4))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
