package io.exportctl.render;

import io.exportctl.diagnostic.ExportctlException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is in a folder, and in those in it; all paths are inside it, with forward slashes. */
final class ExistingFiles {

  private final Path root;
  private final File folder;
  private final String display;

  /**
   * A folder, which need not exist.
   *
   * @param display the folder as it is printed
   */
  ExistingFiles(Path root, String display) {
    this.root = root;
    this.folder = root.toFile();
    this.display = display;
  }

  /** Whether a file is there; {@code Files} would make an exception of each that is not. */
  boolean has(String path) {
    return new File(folder, path).exists();
  }

  boolean isRegularFile(String path) {
    return Files.isRegularFile(root.resolve(path));
  }

  /** Whether two paths lead to one file. */
  boolean areSame(String path, String other) {
    try {
      return Files.isSameFile(root.resolve(path), root.resolve(other));
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + display + "/" + other, e);
    }
  }

  /** Whether a file is there that begins as all do that are rendered. */
  boolean isRendered(String path) {
    byte[] header = RenderedFile.HEADER.getBytes(StandardCharsets.UTF_8);
    return read(path, header.length).filter(begin -> Arrays.equals(begin, header)).isPresent();
  }

  /**
   * Whether a file holds these bytes, and no others; not, where it cannot be read. Of ten thousand
   * files almost all do.
   */
  boolean holds(String path, byte[] bytes) {
    byte[] found = new byte[bytes.length + 1];
    // A channel takes half as long again, as it reads into a buffer of its own.
    try (InputStream in = new FileInputStream(new File(folder, path))) {
      return in.readNBytes(found, 0, found.length) == bytes.length
          && Arrays.equals(found, 0, bytes.length, bytes, 0, bytes.length);
    } catch (IOException e) {
      return false;
    }
  }

  /** The text of a file; empty where there is none. */
  Optional<String> text(String path) {
    return read(path, Integer.MAX_VALUE).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private Optional<byte[]> read(String path, int most) {
    Path file = root.resolve(path);
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(most));
    } catch (IOException e) {
      if (Files.exists(file)) {
        throw ExportctlException.of("cannot read " + display + "/" + path, e);
      }
      return Optional.empty();
    }
  }

  /** Returns the sorted names in a folder; empty if there is no such folder. */
  List<String> list(String folder) {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw ExportctlException.of("cannot list " + display, e);
    }
  }
}
