package io.exportctl.source.objects;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Objects as files of a folder; those that are not complete are called {@code .*.partial}. */
public final class FolderObjects implements ObjectStore {

  private final Path folder;

  public FolderObjects(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  private Path path(String key) {
    Path path = folder.resolve(key).normalize();
    if (!path.startsWith(folder) || path.equals(folder)) {
      throw new IllegalArgumentException("the key leaves the folder");
    }
    return path;
  }

  @Override
  public boolean put(String key, Path file) throws IOException {
    Path target = path(key);
    Files.createDirectories(target.getParent());
    Path partial = target.resolveSibling("." + UUID.randomUUID() + ".partial");
    try {
      Files.copy(file, partial);
      try (FileChannel channel = FileChannel.open(partial, READ)) {
        channel.force(true);
      }
      // A link, unlike a move, fails if the file exists.
      Files.createLink(target, partial);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  @Override
  public InputStream open(String key) throws IOException {
    return Files.newInputStream(path(key));
  }

  @Override
  public void discard(String key) throws IOException {
    Files.deleteIfExists(path(key));
  }

  @Override
  public boolean exists(String key) {
    return Files.isRegularFile(path(key));
  }

  @Override
  public List<Entry> list(String prefix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(it -> !it.getFileName().toString().endsWith(".partial"))
          .map(this::entry)
          .filter(it -> it.key().startsWith(prefix))
          .sorted(Comparator.comparing(Entry::key))
          .toList();
    }
  }

  private Entry entry(Path file) {
    String key = folder.relativize(file).toString().replace('\\', '/');
    return new Entry(key, file.toFile().length());
  }
}
