package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Schemas, templates and hand-written Terraform in the jar, so that the tool works in any folder.
 */
public final class Bundle {

  private static final String ROOT = "/io/exportctl/bundle/";

  private Bundle() {}

  /**
   * Reads a file, such as {@code schema/push.schema.json}.
   *
   * @throws NotBundledException if the jar does not contain the file
   */
  public static byte[] read(String path) {
    try (InputStream in = Bundle.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new NotBundledException(path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ExportctlException("cannot read " + path + " in exportctl's jar", e);
    }
  }

  /** Returns true if the jar contains a file. */
  public static boolean has(String path) {
    return Bundle.class.getResource(ROOT + path) != null;
  }

  /** Returns the paths of all files below a folder, such as {@code terraform}, sorted. */
  public static List<String> list(String folder) {
    try {
      URL root = Bundle.class.getResource(ROOT + folder);
      if (root.openConnection() instanceof JarURLConnection inJar) {
        // A JarFile of our own, as the one of the class loader must not be closed.
        try (JarFile jar = new JarFile(Path.of(inJar.getJarFileURL().toURI()).toFile())) {
          return list(jar, folder);
        }
      }
      return walk(Path.of(root.toURI()), folder);
    } catch (IOException | URISyntaxException e) {
      throw new ExportctlException("cannot list " + folder + " in exportctl's jar", e);
    }
  }

  private static List<String> list(JarFile jar, String folder) {
    String inside = ROOT.substring(1);
    return jar.stream()
        .map(JarEntry::getName)
        .filter(name -> name.startsWith(inside + folder + "/") && !name.endsWith("/"))
        .map(name -> name.substring(inside.length()))
        .sorted()
        .toList();
  }

  private static List<String> walk(Path root, String folder) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder + "/" + root.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
