package io.exportctl.render;

import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Layout;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.TwoThreads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that Terraform runs in. Only what differs is written, each file at once and whole; only
 * files that bear our header are replaced or removed.
 */
public final class OutputDirectory {

  private final Path root;
  private final String display;

  /**
   * A folder, which need not exist yet.
   *
   * @param display the folder as it is printed
   */
  public OutputDirectory(Path root, String display) {
    this.root = root;
    this.display = display;
  }

  /**
   * What has to happen so that the folder holds these files; nothing is written.
   *
   * @param rendered all rendered files
   * @param others whether others with our header go
   * @param handWritten what goes along, where the folder is not the one that it is written in
   * @throws ExportctlException where a file of somebody else is in the way
   */
  public List<Change> compare(
      List<RenderedFile> rendered, boolean others, List<RenderedFile> handWritten) {
    List<Change> changes = new ArrayList<>();
    boolean ours = read("platform.tf").filter(RenderedFile::isRendered).isPresent();
    for (RenderedFile file : handWritten) {
      change(file, before -> ours).ifPresent(changes::add);
    }
    TwoThreads.map(rendered, file -> change(file, RenderedFile::isRendered))
        .forEach(change -> change.ifPresent(changes::add));
    Set<String> wanted =
        Stream.concat(rendered.stream(), handWritten.stream())
            .map(RenderedFile::path)
            .collect(Collectors.toSet());
    for (String path : others ? terraformFiles() : List.<String>of()) {
      Optional<String> content = wanted.contains(path) ? Optional.empty() : read(path);
      content
          .filter(RenderedFile::isRendered)
          .ifPresent(text -> changes.add(new Change(path, content, Optional.empty())));
    }
    changes.sort(Comparator.comparing(Change::path));
    return List.copyOf(changes);
  }

  /** The path of a change as it is printed. */
  public String display(Change change) {
    return display(change.path());
  }

  String display(String path) {
    return display + "/" + path;
  }

  /** Does it. All new contents are on the disk before the first file is replaced. */
  public void apply(List<Change> changes) {
    new Replacement(root, display).apply(changes);
  }

  private Optional<Change> change(RenderedFile file, Predicate<String> mayReplace) {
    Optional<String> before = read(file.path());
    if (before.equals(Optional.of(file.content()))) {
      return Optional.empty();
    }
    if (before.isPresent() && !mayReplace.test(before.get())) {
      throw new ExportctlException(
          display(file.path())
              + " was not written by exportctl, and is in the way; move it, or choose another"
              + " folder with --out");
    }
    return Optional.of(new Change(file.path(), before, Optional.of(file.content())));
  }

  private Optional<String> read(String path) {
    Path file = root.resolve(path);
    try {
      return Files.exists(file)
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + display(path), e);
    }
  }

  /** The layout that is there, if one was rendered. */
  Optional<Layout> layout() {
    if (!roots().isEmpty()) {
      return Optional.of(Layout.PER_DATASET);
    }
    return read("users.tf").filter(RenderedFile::isRendered).map(text -> Layout.SINGLE);
  }

  /** The names of the roots beside that of the platform. */
  List<String> roots() {
    return list(root.resolve(Roots.FOLDER))
        .map(path -> path.getFileName().toString())
        .filter(name -> read(rootFile(name)).filter(RenderedFile::isRendered).isPresent())
        .toList();
  }

  /** The datasets that have a root of their own. */
  public List<DatasetId> datasets() {
    return roots().stream().flatMap(root -> Roots.dataset(root).stream()).toList();
  }

  /** Whether a file is there. */
  boolean has(String path) {
    return Files.exists(root.resolve(path));
  }

  private static String rootFile(String name) {
    return Roots.FOLDER + "/" + name + "/" + Roots.FILE;
  }

  /** Where rendered files may be. */
  private List<String> terraformFiles() {
    return Stream.concat(
            list(root), list(root.resolve(Roots.FOLDER)).flatMap(folder -> list(folder)))
        .filter(path -> path.toString().endsWith(".tf") && Files.isRegularFile(path))
        .map(path -> root.relativize(path).toString().replace('\\', '/'))
        .toList();
  }

  /** What is in a folder, sorted; nothing where there is none. */
  private Stream<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList().stream();
    } catch (IOException e) {
      throw ExportctlException.of("cannot list " + display, e);
    }
  }
}
