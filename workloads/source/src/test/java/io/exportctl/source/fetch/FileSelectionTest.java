package io.exportctl.source.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.load.FetchedFiles.Known;
import io.exportctl.source.support.TestStore;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The choice of files to download. */
class FileSelectionTest {

  private static final List<FoundFile> MONTHS =
      IntStream.rangeClosed(1, 5)
          .mapToObj(
              it ->
                  new FoundFile(
                      URI.create("https://example.org/" + it),
                      "m" + it,
                      Optional.of(LocalDate.of(2024, it, 1))))
          .toList();

  private static List<String> chosen(String keys, List<FoundFile> found, String... known) {
    var config = TestStore.fetched("s", "{url: https://example.org/f, " + keys + "}");
    List<Known> stored =
        List.of(known).stream()
            .map(
                name ->
                    new Known(
                        name,
                        found.stream()
                            .filter(it -> it.name().equals(name))
                            .findFirst()
                            .flatMap(FoundFile::date),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    return new FileSelection(config.fetch().orElseThrow(), stored)
        .choose(found).stream().map(it -> it.file().name()).toList();
  }

  @Test
  void takesTheNewestAtFirstAndThenAllLaterOnes() {
    assertThat(chosen("files: new", MONTHS)).containsExactly("m5");
    assertThat(chosen("files: new", MONTHS, "m2")).containsExactly("m3", "m4", "m5");
    assertThat(chosen("files: new", MONTHS, "m2", "m5")).containsExactly("m5");
  }

  @Test
  void takesAllFromADateOnAtFirst() {
    assertThat(chosen("files: new, since: 2024-03-01", MONTHS)).containsExactly("m3", "m4", "m5");
    assertThat(chosen("files: new, since: 2024-03-01", MONTHS, "m4")).containsExactly("m5");
    assertThat(chosen("files: new, since: 2025-01-01", MONTHS)).isEmpty();
  }

  @Test
  void takesAllThatAreMissing() {
    assertThat(chosen("files: all", MONTHS)).containsExactly("m1", "m2", "m3", "m4", "m5");
    assertThat(chosen("files: all", MONTHS, "m1", "m3", "m5")).containsExactly("m2", "m4", "m5");
    assertThat(chosen("files: all, since: 2024-04-01", MONTHS)).containsExactly("m4", "m5");
  }

  @Test
  void takesOnlyTheNewest() {
    assertThat(chosen("files: newest", MONTHS, "m1")).containsExactly("m5");
  }

  @Test
  void takesUndatedFilesThatAreNotStored() {
    List<FoundFile> undated =
        MONTHS.stream()
            .map(it -> new FoundFile(it.address(), it.name(), Optional.empty()))
            .toList();

    assertThat(chosen("files: new", undated)).containsExactly("m5");
    assertThat(chosen("files: new", undated, "m5")).containsExactly("m1", "m2", "m3", "m4", "m5");
  }
}
