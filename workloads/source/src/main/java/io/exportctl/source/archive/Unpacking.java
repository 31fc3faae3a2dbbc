package io.exportctl.source.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a file into numbered files of a folder; names of an archive are labels and never paths.
 */
public final class Unpacking {

  private static final int SYMBOLIC_LINK_OR_DEVICE = 0xF000;
  private static final int REGULAR = 0x8000;
  private static final int DIRECTORY = 0x4000;

  private final Path folder;
  private final Predicate<String> member;
  private final Limits.Count count;
  private final List<Member> members = new ArrayList<>();
  private int number;

  private Unpacking(Path folder, Predicate<String> member, Limits.Count count) {
    this.folder = folder;
    this.member = member;
    this.count = count;
  }

  /**
   * A file that holds no other.
   *
   * @param label its name in the archive
   */
  public record Member(String label, Path file) {}

  /**
   * Unpacks a file; one that is no archive is its only member.
   *
   * @param depth archives within archives that are opened; 1 for the file itself
   * @param member which files of the archives to take, by their names
   * @return the members sorted by name
   * @throws io.exportctl.source.fault.StoreException if the archive is refused
   */
  public static List<Member> unpack(
      Path file, String label, int depth, Predicate<String> member, Limits limits, Path folder)
      throws IOException {
    if (FileKind.of(file) == FileKind.TEXT) {
      return List.of(new Member(label, file));
    }
    Unpacking unpacking = new Unpacking(folder, member, limits.new Count(Files.size(file)));
    try {
      unpacking.open(file, label, depth);
    } catch (ZipException | EOFException e) {
      throw damaged();
    }
    unpacking.members.sort(Comparator.comparing(Member::label));
    return List.copyOf(unpacking.members);
  }

  private static RuntimeException damaged() {
    return Limits.refused("is damaged, cut off or encrypted; get it again");
  }

  private void open(Path file, String label, int depth) throws IOException {
    FileKind kind = FileKind.of(file);
    if (kind == FileKind.TEXT) {
      if (member.test(label)) {
        members.add(new Member(label, file));
      } else {
        Files.delete(file);
      }
      return;
    }
    if (depth == 0) {
      throw Limits.refused("holds another archive; raise unpack.depth if it may");
    }
    if (kind == FileKind.ZIP) {
      zip(file, depth);
    } else {
      gzip(file, label, depth);
    }
  }

  private void gzip(Path file, String label, int depth) throws IOException {
    count.entry();
    Path unpacked;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      unpacked = write(in);
    }
    open(unpacked, label.replaceFirst("\\.gz$", ""), depth - 1);
  }

  private void zip(Path file, int depth) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).setCharset(UTF_8).get()) {
      List<ZipArchiveEntry> entries = entries(zip);
      for (ZipArchiveEntry entry : entries) {
        if (entry.isDirectory()) {
          continue;
        }
        CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        Path unpacked;
        try (in) {
          unpacked = write(in);
        }
        if (in.getChecksum().getValue() != entry.getCrc()) {
          throw damaged();
        }
        open(unpacked, entry.getName(), depth - 1);
      }
    } catch (IllegalArgumentException e) {
      // Thrown for fields that cannot be.
      throw damaged();
    }
  }

  private List<ZipArchiveEntry> entries(ZipFile zip) throws IOException {
    List<ZipArchiveEntry> entries = new ArrayList<>();
    for (var all = zip.getEntriesInPhysicalOrder(); all.hasMoreElements(); ) {
      ZipArchiveEntry entry = all.nextElement();
      count.entry();
      check(entry.getName(), entry);
      if (!zip.canReadEntryData(entry)) {
        throw damaged();
      }
      entries.add(entry);
    }
    if (entries.stream().anyMatch(it -> it.getName().equals("[Content_Types].xml"))) {
      throw FileKind.workbook();
    }
    long end = 0;
    for (ZipArchiveEntry entry : entries) {
      if (entry.getLocalHeaderOffset() < end) {
        throw Limits.refused("has entries that overlap");
      }
      end = entry.getLocalHeaderOffset() + entry.getCompressedSize();
    }
    return entries;
  }

  private static void check(String name, ZipArchiveEntry entry) {
    boolean leavesFolder =
        name.startsWith("/")
            || name.startsWith("\\")
            || name.matches("[A-Za-z]:.*")
            || List.of(name.split("[/\\\\]", -1)).contains("..");
    if (leavesFolder) {
      throw Limits.refused("has an entry with an absolute path or \"..\"");
    }
    int type = entry.getUnixMode() & SYMBOLIC_LINK_OR_DEVICE;
    if (type != 0 && type != REGULAR && type != DIRECTORY) {
      throw Limits.refused("has an entry that is a link or a device");
    }
  }

  private Path write(InputStream in) throws IOException {
    Path file = folder.resolve("member-" + number++);
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count.bytes(read);
        out.write(buffer, 0, read);
      }
    }
    return file;
  }
}
