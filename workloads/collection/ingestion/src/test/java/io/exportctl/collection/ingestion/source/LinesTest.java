package io.exportctl.collection.ingestion.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.collection.ingestion.TestRecords;
import io.exportctl.collection.ingestion.config.Digests;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

  @TempDir private Path folder;

  @Test
  void endsLinesAsHadoopDoes() throws Exception {
    assertThat(lines("a\nb\r\nc\rd")).containsExactly("a", "b", "c", "d");
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("a\n\nb\r\r\n")).containsExactly("a", "", "b", "");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n")).containsExactly("");
    assertThat(lines("\ufeffa\n\ufeffb")).containsExactly("a", "\ufeffb");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 65536})
  void endsLinesWhereverTheStreamIsCut(int piece) throws Exception {
    String text = "\ufeffone\r\ntwo\nthree\r\rfour\r\n" + "x".repeat(200_000) + "\r\n";

    assertThat(read(new Pieces(text.getBytes(UTF_8), piece), 1 << 20))
        .extracting(it -> new String(it.bytes(), UTF_8))
        .containsExactly("one", "two", "three", "", "four", "x".repeat(200_000));
  }

  @Test
  @DisplayName("7: keeps the beginning of a line that is too long, and goes on behind it")
  void skipsALineThatIsTooLong() throws Exception {
    String longest = "y".repeat(3 << 20);

    List<Line> lines =
        read(new ByteArrayInputStream(("a\n" + longest + "\nb").getBytes(UTF_8)), 2 << 20);

    assertThat(lines).extracting(Line::isTooLong).containsExactly(false, true, false);
    Line tooLong = lines.get(1);
    assertThat(tooLong.length()).isEqualTo(3 << 20);
    assertThat(tooLong.bytes()).hasSize(Lines.KEPT_BYTES).containsOnly('y');
    assertThat(tooLong.sha256()).isEqualTo(Digests.sha256(longest));
    assertThat(lines.get(2).number()).isEqualTo(3);
  }

  @Test
  @DisplayName("5: reads all members of a gzip file, an empty file, and a gzip file of nothing")
  void readsAllMembers() throws Exception {
    byte[] first = TestRecords.gzip(List.of("a", "b"));
    byte[] second = TestRecords.gzip(List.of("c"));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);

    assertThat(file("two.gz", both)).containsExactly("a", "b", "c");
    assertThat(file("empty.gz", new byte[0])).isEmpty();
    assertThat(file("nothing.gz", TestRecords.gzip(List.of()))).isEmpty();
    assertThat(file("plain.json", "a\nb".getBytes(UTF_8))).containsExactly("a", "b");
  }

  @Test
  @DisplayName("5: does not take what follows the last member for nothing")
  void refusesGarbageBehindTheLastMember() throws Exception {
    byte[] good = TestRecords.gzip(List.of("a"));
    byte[] garbage = Arrays.copyOf(good, good.length + 3);
    Arrays.fill(garbage, good.length, garbage.length, (byte) 'x');

    assertThatThrownBy(() -> file("garbage.gz", garbage)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> file("header.gz", Arrays.copyOf(good, 10)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void tellsAMissingFileFromACorruptOne() {
    assertThatThrownBy(() -> open("missing.gz"))
        .isInstanceOf(SourceReadException.class)
        .hasMessage("the source's file 'missing.gz' cannot be read (FileNotFoundException)");
  }

  private List<String> file(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return read(open(name), 1 << 20).stream()
        .map(it -> new String(it.bytes(), ISO_8859_1))
        .toList();
  }

  private InputStream open(String name) throws IOException {
    String uri = folder.resolve(name).toUri().toString();
    return SourceStreams.open(new Configuration(), new SourceFile(uri, name, 0, ""));
  }

  private static List<String> lines(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(UTF_8)), 1000).stream()
        .map(it -> new String(it.bytes(), UTF_8))
        .toList();
  }

  private static List<Line> read(InputStream in, int maximum) throws IOException {
    List<Line> found = new ArrayList<>();
    try (Lines lines = new Lines(in, maximum)) {
      Optional<Line> line = lines.next();
      while (line.isPresent()) {
        found.add(line.orElseThrow());
        line = lines.next();
      }
    }
    return found;
  }

  /** A stream that gives few bytes at a time. */
  private static final class Pieces extends FilterInputStream {

    private final int piece;

    Pieces(byte[] bytes, int piece) {
      super(new ByteArrayInputStream(bytes));
      this.piece = piece;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return super.read(buffer, offset, Math.min(piece, length));
    }
  }
}
