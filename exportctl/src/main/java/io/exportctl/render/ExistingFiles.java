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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files in a folder and its subfolders. All paths are relative to it, with forward slashes. */
final class ExistingFiles {

  private final Path root;
  private final File folder;
  private final String display;
  private final FileFamily family;

  /**
   * Creates a view of a folder, which need not exist.
   *
   * @param display the folder as it is printed
   */
  ExistingFiles(Path root, String display, FileFamily family) {
    this.root = root;
    this.family = family;
    this.folder = root.toFile();
    this.display = display;
  }

  /**
   * Returns true if a file exists. {@code File} is used since {@code Files} creates an exception
   * for each missing file.
   */
  boolean has(String path) {
    return new File(folder, path).exists();
  }

  boolean isRegularFile(String path) {
    return Files.isRegularFile(root.resolve(path));
  }

  /** Returns true if two paths lead to the same file. */
  boolean areSame(String path, String other) {
    try {
      return Files.isSameFile(root.resolve(path), root.resolve(other));
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + display + "/" + other, e);
    }
  }

  /** Returns true if a file exists and starts with the header of rendered files. */
  boolean isRendered(String path) {
    return read(path, family.headerLength())
        .filter(begin -> family.isRendered(new String(begin, StandardCharsets.UTF_8)))
        .isPresent();
  }

  /**
   * Refuses a folder that holds files and nothing that was rendered. Hidden files do not count,
   * such as those of Terraform.
   *
   * @throws ExportctlException if there are such files
   */
  void requireRendered() {
    List<String> names = list("").stream().filter(name -> !name.startsWith(".")).toList();
    if (!names.isEmpty()
        && names.stream().noneMatch(name -> family.hasSuffix(name) && isRendered(name))) {
      throw new ExportctlException(
          display
              + " holds files, and none that exportctl rendered; name a new or an empty folder with"
              + " --out");
    }
  }

  /** Returns true if a file holds exactly these bytes; false if it cannot be read. */
  boolean holds(String path, byte[] bytes) {
    byte[] found = new byte[bytes.length + 1];
    // A channel takes 50 % longer, as it reads into a buffer of its own.
    try (InputStream in = new FileInputStream(new File(folder, path))) {
      return in.readNBytes(found, 0, found.length) == bytes.length
          && Arrays.equals(found, 0, bytes.length, bytes, 0, bytes.length);
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the text of a file; empty if it does not exist. */
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

  /**
   * Returns the paths of all files in the folders of the given ones, which is faster than looking
   * for each.
   *
   * @param others true to list all other folders in which rendered files may be too
   */
  Set<String> around(Set<String> files, boolean others) {
    Set<String> folders = new HashSet<>();
    for (String path : files) {
      folders.add(path.substring(0, path.lastIndexOf('/') + 1));
    }
    if (others) {
      folders.addAll(family.folders(this));
    }
    Set<String> present = new HashSet<>();
    for (String folder : folders) {
      for (String name : list(folder)) {
        present.add(folder.concat(name));
      }
    }
    return present;
  }
}
