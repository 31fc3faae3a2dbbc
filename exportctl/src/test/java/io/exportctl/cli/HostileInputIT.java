package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Goldens;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files made to be slow, to exhaust the memory or to lead in circles: the launcher with 256 MiB of
 * heap reports each in one message. A run that hangs is killed by {@link Command} and fails. {@code
 * HostileInputTest} of the package {@code validate} tries more contents without a process.
 */
class HostileInputIT {

  private static final Path LAUNCHER =
      ExampleWorkspace.REPOSITORY.resolve("exportctl/bin/exportctl");

  @TempDir Path root;

  /** Writes something to a place where a file is expected. */
  private interface Writer {

    void write(Path file) throws IOException;
  }

  /** A file that is wrong, and what is said of it. */
  private record Hostile(String name, String message, Writer writer) {

    static Stream<Hostile> all() {
      return Stream.of(
          text("alias bomb", "an alias (*a0)", aliasBomb()),
          text("10,000 keys", "the file is larger than 64 KiB", keys(10_000)),
          text("as many keys as fit", "unknown key ", keys(8_000)),
          text(
              "10,000 levels",
              "nested more than 16 levels deep",
              "[".repeat(10_000) + "]".repeat(10_000)),
          new Hostile("100 MB", "the file is larger than 64 KiB", Hostile::holes),
          text("NUL", "an invisible character (U+0000)", "\0\0\0"),
          new Hostile(
              "no UTF-8",
              "byte 0xFF is not UTF-8",
              file -> Files.write(file, new byte[] {'n', (byte) 0xFF})),
          new Hostile("folder", "a folder, expected ", Files::createDirectory),
          new Hostile("link to a folder", "a folder, expected ", file -> link(file, "..")),
          new Hostile("pipe", "neither a file nor a link to one", Hostile::pipe));
    }

    private static Hostile text(String name, String message, String content) {
      return new Hostile(name, message, file -> Files.writeString(file, content));
    }

    /** 100 MB that take no room on the disk. */
    private static void holes(Path file) throws IOException {
      try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
        large.setLength(100_000_000);
      }
    }

    private static void pipe(Path file) {
      Tools.require("mkfifo");
      Command.in(file.getParent()).run("mkfifo", file.toString()).orFail();
    }

    private static String aliasBomb() {
      return "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
          + IntStream.range(0, 40)
              .mapToObj(
                  i -> "a%d: &a%d [%s]\n".formatted(i + 1, i + 1, ("*a" + i + ", ").repeat(9)))
              .collect(Collectors.joining());
    }

    private static String keys(int count) {
      return IntStream.range(0, count).mapToObj(i -> "k" + i + ":\n").collect(Collectors.joining());
    }
  }

  @BeforeEach
  void writePlatform() throws IOException {
    Files.createDirectories(root.resolve("datasets/push"));
    Files.createDirectories(root.resolve("datasets/pull"));
    Files.copy(
        Goldens.resources().resolve("validate/platform.yaml"),
        root.resolve("datasets/platform.yaml"));
  }

  static Stream<Named<Hostile>> hostile() {
    return Hostile.all().map(one -> Named.of(one.name(), one));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void saysWhatIsWrongWithDataset(Hostile hostile) throws IOException {
    hostile.writer().write(root.resolve("datasets/push/x.yaml"));

    assertSays("datasets/push/x.yaml", hostile.message());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void saysWhatIsWrongWithPlatform(Hostile hostile) throws IOException {
    Files.delete(root.resolve("datasets/platform.yaml"));
    hostile.writer().write(root.resolve("datasets/platform.yaml"));

    assertSays("datasets/platform.yaml", hostile.message());
  }

  @Test
  void goesIntoNoCircle() throws IOException {
    link(root.resolve("datasets/push/x.yaml"), "x.yaml");
    link(root.resolve("datasets/push/here"), ".");
    link(root.resolve("datasets/above"), "..");

    assertSays("datasets/push/x.yaml", "a link to a file that does not exist");
    assertSays("datasets/push/here", "a folder, expected only dataset files here");
    assertSays("datasets/above", "a folder, expected only platform.yaml");
  }

  @Test
  void saysThatFolderOfDatasetsIsLinkToItself() throws IOException {
    Files.delete(root.resolve("datasets/push"));
    link(root.resolve("datasets/push"), "push");

    assertSays("datasets/push", "a file, expected a folder of datasets");
  }

  @Test
  void saysInOneSentenceThatThereIsNoWorkspace() throws IOException {
    Files.delete(root.resolve("datasets/platform.yaml"));
    Files.delete(root.resolve("datasets/push"));
    Files.delete(root.resolve("datasets/pull"));
    Files.delete(root.resolve("datasets"));
    link(root.resolve("datasets"), "datasets");

    Command.Result result = validate();

    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.out()).isEmpty();
    assertThat(lines(result)).singleElement().asString().startsWith("exportctl: no datasets/");
  }

  @Test
  void printsNamesOfFilesOnOneLineEach() throws IOException {
    Files.writeString(root.resolve("datasets/push/a\nb: error: c\u001B[31m\u202E.yaml"), "");

    Command.Result result = validate();

    assertThat(result.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(result.out())
        .startsWith(
            "datasets/push/a\\nb: error: c\uFFFD[31m\uFFFD.yaml: error: the file holds nothing")
        .doesNotContain("\u001B", "\u202E");
  }

  @Test
  void readsTenThousandFilesInBoundedMemory() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      Files.writeString(
          root.resolve("datasets/push/n" + i + ".yaml"),
          """
          name: n%d
          bucket: target-bucket-name
          users: [alpha_user_%d]
          paperwork: https://example.org/dpia/%d
          account: "210987654321"
          """
              .formatted(i, i, i));
    }

    Command.Result result = validate();

    assertThat(result.out()).contains("in 10001 files");
    assertThat(result.status()).isZero();
    assertThat(lines(result)).isEmpty();
  }

  private void assertSays(String file, String message) {
    Command.Result result = validate();

    assertThat(lines(result)).isEmpty();
    assertThat(result.out()).contains(file, message).doesNotContain("\tat ", "Exception");
    assertThat(result.status()).isEqualTo(ExitStatus.FINDINGS);
  }

  private Command.Result validate() {
    return Command.in(root)
        .with(Map.of("JDK_JAVA_OPTIONS", "-Xmx256m"))
        .run(LAUNCHER.toString(), "validate");
  }

  /** Standard error, without what Java says of its options. */
  private static List<String> lines(Command.Result result) {
    return result.err().lines().filter(line -> !line.startsWith("NOTE: Picked up ")).toList();
  }

  private static void link(Path link, String target) throws IOException {
    Files.createSymbolicLink(link, Path.of(target));
  }
}
