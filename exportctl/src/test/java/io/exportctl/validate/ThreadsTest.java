package io.exportctl.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.schema.SchemasOfTheRepository;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.workspace.Inventory;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings depend neither on the order of reading nor on the number of threads. */
class ThreadsTest {

  private static final Path FIXTURES = Goldens.resources().resolve("validate");
  private static final List<Source> FILES =
      Arrays.stream(DatasetKind.values())
          .flatMap(Source::of)
          .sorted(
              Comparator.comparing(Source::kind).thenComparing(source -> source.name() + ".yaml"))
          .toList();
  private static final Validator VALIDATOR =
      new Validator(SchemasOfTheRepository.load(), LocalDate.of(2027, 1, 15));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void findsTheSameOnAnyNumberOfThreads(int threads) throws Exception {
    Diagnostics expected = VALIDATOR.validate(inventory(FILES.stream().map(Source::read).toList()));
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Diagnostics>> tasks = new ArrayList<>();
      for (int seed = 0; seed < 2 * threads; seed++) {
        Random random = new Random(seed);
        tasks.add(() -> VALIDATOR.validate(inventory(readInOrderOf(random))));
      }
      for (Future<Diagnostics> found : executor.invokeAll(tasks)) {
        assertThat(found.get().all()).containsExactlyElementsOf(expected.all());
      }
    } finally {
      executor.shutdown();
    }
  }

  /**
   * Reads in random order, then sorts like an inventory, as the last dataset of a user is reported.
   */
  private static List<DatasetFile> readInOrderOf(Random random) {
    List<Source> files = new ArrayList<>(FILES);
    Collections.shuffle(files, random);
    return files.stream()
        .map(Source::read)
        .sorted(
            Comparator.comparing(DatasetFile::kind).thenComparing(file -> file.document().file()))
        .toList();
  }

  /** A fixture that is read anew each time, so that several threads read, too. */
  private record Source(DatasetKind kind, String name) {

    static Stream<Source> of(DatasetKind kind) {
      return Folders.names(FIXTURES.resolve(kind.id()), ".yaml").stream()
          .map(name -> new Source(kind, name));
    }

    DatasetFile read() {
      String path = kind.id() + "/" + name + ".yaml";
      YamlDocument document = YamlReader.read(path, bytes(FIXTURES.resolve(path)));
      return new DatasetFile(kind, Optional.of(name), path, document);
    }
  }

  private static Inventory inventory(List<DatasetFile> files) {
    return new Inventory(
        YamlReader.read("platform.yaml", bytes(FIXTURES.resolve("platform.yaml"))),
        files,
        List.of());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
