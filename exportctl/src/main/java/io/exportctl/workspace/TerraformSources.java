package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gathers the configuration and the modules that are written by hand. */
final class TerraformSources {

  private static final String FOLDER = "terraform";

  private TerraformSources() {}

  /** A folder without modules is not complete: what the tool brings is added. */
  static SortedMap<String, String> read(Workspace workspace) {
    Path own = workspace.terraform();
    SortedSet<String> paths = new TreeSet<>();
    try {
      if (Files.isDirectory(own)) {
        paths.addAll(list(own));
      }
    } catch (IOException e) {
      throw ExportctlException.of("cannot list " + workspace.display(own), e);
    }
    if (!Files.isDirectory(own.resolve("modules"))) {
      paths.addAll(Bundle.list(FOLDER));
    }
    SortedMap<String, String> sources = new TreeMap<>();
    for (String path : paths) {
      String content = new String(workspace.resource(path), StandardCharsets.UTF_8);
      sources.put(path.substring(FOLDER.length() + 1), content);
    }
    return sources;
  }

  /** Configuration and tests; not what Terraform itself keeps there, nor anybody's variables. */
  private static List<String> list(Path own) throws IOException {
    try (Stream<Path> paths = Files.walk(own)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> FOLDER + "/" + own.relativize(path).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(".tf") || path.endsWith(".tftest.hcl"))
          .filter(path -> !path.endsWith("override.tf") && !path.contains("/.terraform/"))
          .toList();
    }
  }
}
