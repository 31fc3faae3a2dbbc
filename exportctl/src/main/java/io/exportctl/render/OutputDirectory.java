package io.exportctl.render;

import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Layout;
import io.exportctl.diagnostic.ExportctlException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A folder of rendered files. Each file that differs is written atomically; only files with the
 * header of rendered files are replaced or removed.
 */
public final class OutputDirectory {

  /** Folder of the roots other than the platform, inside the output folder. */
  private static final String ROOTS = Roots.FOLDER + "/";

  private final Path root;
  private final String display;
  private final FileFamily family;
  private final ExistingFiles existing;

  private OutputDirectory(Path root, String display, FileFamily family) {
    this.root = root;
    this.display = display;
    this.family = family;
    this.existing = new ExistingFiles(root, display, family);
  }

  /**
   * Creates a view of a folder for Terraform, which need not exist yet.
   *
   * @param display the folder as it is printed
   */
  public OutputDirectory(Path root, String display) {
    this(root, display, FileFamily.TERRAFORM);
  }

  /**
   * Creates a view of a folder for pages, which need not exist yet.
   *
   * @param display the folder as it is printed
   * @throws ExportctlException if it holds files, and none that was rendered
   */
  public static OutputDirectory ofPages(Path root, String display) {
    OutputDirectory pages = new OutputDirectory(root, display, FileFamily.PAGES);
    pages.existing.requireRendered();
    return pages;
  }

  /**
   * Returns the changes that make the folder hold these files; nothing is written. Files are
   * rendered one at a time, and unchanged content is not kept.
   *
   * @param files all rendered files
   * @param others true to remove other files that have the header of rendered files
   * @param handWritten files to copy along, if the folder is not the one that they are in
   * @throws ExportctlException if a file that was not rendered is in the way
   */
  List<Change> compare(List<PlannedFile> files, boolean others, List<RenderedFile> handWritten) {
    boolean ours = existing.isRendered(family.first());
    Set<String> wanted = new HashSet<>();
    for (PlannedFile file : files) {
      wanted.add(file.path());
    }
    for (RenderedFile file : handWritten) {
      wanted.add(file.path());
    }
    Set<String> present = existing.around(wanted, others);
    List<Optional<Change>> changes = new ArrayList<>(files.size());
    for (RenderedFile file : handWritten) {
      changes.add(change(file, present, before -> ours));
    }
    for (PlannedFile file : files) {
      changes.add(change(file.render(), present, family::isRendered));
    }
    if (others) {
      for (String path : present) {
        if (!isOneOf(wanted, path)) {
          changes.add(removal(path));
        }
      }
    }
    return sorted(changes);
  }

  /**
   * Returns the changes that make the folder hold these files and no others that were rendered;
   * nothing is written.
   *
   * @throws ExportctlException if a file that was not rendered is in the way
   */
  public List<Change> compare(List<PlannedFile> files) {
    return compare(files, true, List.of());
  }

  private static List<Change> sorted(List<Optional<Change>> changes) {
    List<Change> sorted = new ArrayList<>();
    for (Optional<Change> change : changes) {
      if (change.isPresent()) {
        sorted.add(change.get());
      }
    }
    sorted.sort((one, other) -> one.path().compareTo(other.path()));
    return List.copyOf(sorted);
  }

  /** Returns the path of a change as it is printed. */
  public String display(Change change) {
    return display(change.path());
  }

  /** Returns a path inside the folder as it is printed. */
  public String display(String path) {
    return display + "/" + path;
  }

  /** Writes the changes, each file atomically. */
  public void apply(List<Change> changes) {
    new Replacement(root, display).apply(changes);
  }

  private Optional<Change> change(
      RenderedFile file, Set<String> present, Predicate<String> mayReplace) {
    String path = file.path();
    // On case-insensitive file systems the file may exist under a different spelling.
    boolean isPresent = present.contains(path) || has(path);
    if (isPresent && existing.holds(path, file.content().getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    Optional<String> text = isPresent ? existing.text(path) : Optional.empty();
    if (text.isPresent() && !mayReplace.test(text.get())) {
      throw new ExportctlException(
          display(path)
              + " was not written by exportctl, and is in the way; move it, or choose another"
              + " folder with --out");
    }
    return Optional.of(new Change(path, text, Optional.of(file.content())));
  }

  /** Returns true if a listed path is a wanted file, perhaps in another case of letters. */
  private boolean isOneOf(Set<String> wanted, String path) {
    String rendered = path.toLowerCase(Locale.ROOT);
    return wanted.contains(path)
        || (wanted.contains(rendered) && has(rendered) && existing.areSame(rendered, path));
  }

  /** Returns the removal of a file; empty unless it was rendered. */
  private Optional<Change> removal(String path) {
    if (!family.mayOwn(path) || !existing.isRegularFile(path)) {
      return Optional.empty();
    }
    return existing
        .text(path)
        .filter(family::isRendered)
        .map(before -> new Change(path, Optional.of(before), Optional.empty()));
  }

  /** Returns the layout of the rendered files; empty if nothing was rendered. */
  Optional<Layout> layout() {
    if (!roots().isEmpty()) {
      return Optional.of(Layout.PER_DATASET);
    }
    return existing.isRendered("users.tf") ? Optional.of(Layout.SINGLE) : Optional.empty();
  }

  /** Returns the names of the roots other than the platform. */
  List<String> roots() {
    List<String> roots = new ArrayList<>();
    for (String name : existing.list(ROOTS)) {
      if (existing.isRendered(rootFile(name))) {
        roots.add(name);
      }
    }
    return List.copyOf(roots);
  }

  /** Returns the datasets that have a root of their own. */
  public List<DatasetId> datasets() {
    return roots().stream().flatMap(root -> Roots.dataset(root).stream()).toList();
  }

  /** Returns true if a file exists. */
  boolean has(String path) {
    return existing.has(path);
  }

  private static String rootFile(String name) {
    return ROOTS + name + "/" + Roots.FILE;
  }
}
