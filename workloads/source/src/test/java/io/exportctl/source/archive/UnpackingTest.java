package io.exportctl.source.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.source.support.Zips;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are hostile, damaged or nested. */
class UnpackingTest {

  private static final Limits LIMITS = Limits.ofFile(1_000_000);

  @TempDir Path folder;
  private Path inside;

  @BeforeEach
  void makeFolder() throws IOException {
    inside = Files.createDirectory(folder.resolve("inside"));
  }

  private List<String> unpack(Path file, int depth, Limits limits) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Unpacking.Member it : Unpacking.unpack(file, "x", depth, name -> true, limits, inside)) {
      texts.add(it.label() + ": " + Files.readString(it.file()));
    }
    return texts;
  }

  private void assertRefused(Path file, int depth, String message) throws IOException {
    assertThatThrownBy(() -> unpack(file, depth, LIMITS)).hasMessage("the archive " + message);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(inside, file);
    }
  }

  private Path zip(String... entries) throws IOException {
    return Zips.write(folder.resolve("a.zip"), entries);
  }

  @Test
  void opensArchivesInArchives() throws IOException {
    Path inner = Zips.write(inside.resolve("inner"), "data.csv", "a\n");
    Path outer = folder.resolve("a.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(outer)) {
      out.putArchiveEntry(new ZipArchiveEntry("inner.zip"));
      out.write(Files.readAllBytes(inner));
      out.closeArchiveEntry();
    }

    assertThat(unpack(outer, 2, LIMITS)).containsExactly("data.csv: a\n");
    assertRefused(outer, 1, "holds another archive; raise unpack.depth if it may");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../../x", "/etc/x", "C:\\x", "a\\..\\x", "\\x"})
  @DisplayName("S10: names that leave the folder")
  void refusesNamesThatLeaveTheFolder(String name) throws IOException {
    assertRefused(zip(name, "a\n"), 1, "has an entry with an absolute path or \"..\"");
  }

  @Test
  @DisplayName("S10: links")
  void refusesLinks() throws IOException {
    Path file = folder.resolve("a.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("link");
      entry.setUnixMode(0xA1FF);
      out.putArchiveEntry(entry);
      out.write("/etc/passwd".getBytes(UTF_8));
      out.closeArchiveEntry();
    }

    assertRefused(file, 1, "has an entry that is a link or a device");
  }

  @Test
  @DisplayName("S10: bombs")
  void refusesBombs() throws IOException {
    Path bomb = zip("zeros", "0".repeat(15_000_000));

    assertRefused(bomb, 1, "unpacks to more than 200 times its size");
    assertThatThrownBy(() -> unpack(bomb, 1, Limits.ofFile(1000)))
        .hasMessageContaining("unpacks to more than 20000 bytes");
  }

  @Test
  @DisplayName("S10: a bomb within an archive, which counts with the rest")
  void refusesBombsInArchives() throws IOException {
    Path inner = Zips.write(inside.resolve("inner"), "zeros", "0".repeat(15_000_000));
    Path outer = folder.resolve("outer.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(outer)) {
      out.putArchiveEntry(new ZipArchiveEntry("inner.zip"));
      out.write(Files.readAllBytes(inner));
      out.closeArchiveEntry();
    }

    assertRefused(outer, 2, "unpacks to more than 200 times its size");
  }

  @Test
  @DisplayName("S10: encrypted")
  void refusesEncryptedArchives() throws IOException {
    Path file = zip("a.csv", "a\n1\n");
    byte[] bytes = Files.readAllBytes(file);
    // The lowest bit of the flags, in the entry and in the directory.
    bytes[6] |= 1;
    bytes[new String(bytes, ISO_8859_1).indexOf("PK\u0001\u0002") + 8] |= 1;
    Files.write(file, bytes);

    assertRefused(file, 1, "is damaged, cut off or encrypted; get it again");
  }

  @Test
  @DisplayName("S10: 10,001 entries")
  void refusesTooManyEntries() throws IOException {
    String[] entries =
        IntStream.rangeClosed(0, 10_000)
            .boxed()
            .flatMap(it -> Stream.of("f" + it, ""))
            .toArray(String[]::new);

    assertRefused(zip(entries), 1, "has more than 10000 entries");
  }

  @Test
  @DisplayName("S10: cut off, a wrong CRC, entries that overlap")
  void refusesDamagedArchives() throws IOException {
    Path file = zip("a.csv", "a\n1\n", "b.csv", "b\n2\n");
    byte[] good = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(good, good.length / 2));
    assertRefused(file, 1, "is damaged, cut off or encrypted; get it again");

    int directory = new String(good, ISO_8859_1).indexOf("PK\u0001\u0002");
    byte[] wrong = good.clone();
    wrong[directory + 16] ^= 1;
    Files.write(file, wrong);
    assertRefused(file, 1, "is damaged, cut off or encrypted; get it again");

    byte[] overlapping = good.clone();
    int second = new String(good, ISO_8859_1).lastIndexOf("PK\u0001\u0002");
    ByteBuffer.wrap(overlapping).order(ByteOrder.LITTLE_ENDIAN).putInt(second + 42, 0);
    Files.write(file, overlapping);
    assertThatThrownBy(() -> unpack(file, 1, LIMITS)).hasMessageStartingWith("the archive ");
  }
}
