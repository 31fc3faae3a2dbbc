package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the hand-written configuration and modules. */
final class TerraformSources {

  private static final String FOLDER = "terraform";

  private final Set<String> rendered;
  private final SortedSet<String> paths = new TreeSet<>();

  private TerraformSources(Set<String> rendered) {
    this.rendered = rendered;
  }

  /** Reads the workspace's files, and the tool's too if the workspace has no modules. */
  static SortedMap<String, String> read(Workspace workspace, Set<String> rendered) {
    SortedMap<String, String> sources = new TreeMap<>();
    for (String path : new TerraformSources(rendered).list(workspace)) {
      byte[] content = workspace.resource(FOLDER + "/" + path);
      sources.put(path, new String(content, StandardCharsets.UTF_8));
    }
    return sources;
  }

  private SortedSet<String> list(Workspace workspace) {
    Path own = workspace.terraform();
    try {
      if (Files.isDirectory(own)) {
        addFiles(own, "");
      }
    } catch (IOException e) {
      throw ExportctlException.of("cannot list " + workspace.display(own), e);
    }
    if (!Files.isDirectory(own.resolve("modules"))) {
      Bundle.list(FOLDER).forEach(path -> paths.add(path.substring(FOLDER.length() + 1)));
    }
    return paths;
  }

  /** Adds the files below a folder, without those that are rendered. */
  private void addFiles(Path folder, String prefix) throws IOException {
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      for (Path file : inside) {
        String name = file.getFileName().toString();
        String path = prefix + name;
        if (rendered.contains(path)) {
          continue;
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          // Terraform keeps providers and modules there.
          if (!name.equals(".terraform")) {
            addFiles(file, path + "/");
          }
        } else if (isSource(name) && Files.isRegularFile(file)) {
          paths.add(path);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Accepts configuration and tests, but no values of variables. */
  private static boolean isSource(String name) {
    return (name.endsWith(".tf") && !name.endsWith("override.tf")) || name.endsWith(".tftest.hcl");
  }
}
