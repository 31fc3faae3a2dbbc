package io.exportctl.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {

  @TempDir Path folder;

  private Profile profile(String text) throws IOException {
    Path file = folder.resolve("file.csv");
    Files.writeString(file, text);
    return Profile.of(file, ParseOptions.DETECTED);
  }

  @Test
  void tellsTheLineOfAnUnclosedQuoteOfALargeFile() {
    assertThatThrownBy(() -> profile("a,b\n1,\"x\n" + "2,y\n".repeat(2_000_000)))
        .hasMessage(
            "line 2: a cell has more than 1048576 characters; a closing quote may be missing");
  }

  @Test
  void tellsTheLineBeyondTheFirstBuffer() {
    String many = "1,x\r\n".repeat(100_000);

    assertThatThrownBy(() -> profile("a,b\r\n" + many + "2,\0\r\n"))
        .hasMessageStartingWith("line 100002: the character U+0000 cannot be kept");
  }

  @Test
  void findsTheLeadingZeroOfTheLastRow() throws IOException {
    Profile profile = profile("a\n" + "1\n".repeat(200_000) + "007\n");

    assertThat(profile.columns().get(0).inference())
        .hasToString(
            "Inference[type=TEXT, format=Optional.empty,"
                + " note=Optional[numbers with leading zeros, the first on line 200002]]");
  }

  @Test
  void hidesCellsInTexts() {
    assertThat(new Row(3, List.of("geheim"))).hasToString("row on line 3 of 1 cells");
    assertThat(new Misfits.Misfit(3, "geheim")).hasToString("misfit on line 3");
  }
}
