package io.exportctl.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the AWS provider on disk, so that {@code terraform init} works without a network. Searches
 * the configured CLI configuration, Terraform's plugin cache, and folders with the registry's name
 * in the usual places for add-on software. Terraform itself searches its <a
 * href="https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories">implied
 * local mirrors</a> and the registry.
 */
public final class ProviderMirror {

  private static final String PROVIDER = "registry.terraform.io/hashicorp/aws";
  private static final String VARIABLE = "TF_CLI_CONFIG_FILE";

  private ProviderMirror() {}

  /**
   * Returns the environment for a terraform process.
   *
   * @param scratch the folder for a CLI configuration, if one is needed
   */
  public static Map<String, String> environment(Path scratch) {
    String configured = System.getenv(VARIABLE);
    if (configured != null && Files.isRegularFile(Path.of(configured))) {
      return Map.of();
    }
    Path home = Path.of(System.getProperty("user.home"));
    if (configured == null && Files.isRegularFile(home.resolve(".terraformrc"))) {
      return Map.of();
    }
    return Map.of(VARIABLE, configuration(scratch, find(home)).toString());
  }

  private static Optional<Path> find(Path home) {
    Path opt = Path.of("/").resolve("opt");
    Stream<Path> roots =
        Stream.of(
                Optional.ofNullable(System.getenv("TF_PLUGIN_CACHE_DIR")).map(Path::of).stream(),
                Stream.of(
                    home.resolve(".terraform.d/plugin-cache"), opt, Path.of("/usr/local/lib")),
                children(opt),
                children(Path.of("/usr/local/lib")),
                children(Path.of("/usr/lib")))
            .flatMap(paths -> paths);
    return roots.filter(root -> Files.isDirectory(root.resolve(PROVIDER))).findFirst();
  }

  private static Path configuration(Path scratch, Optional<Path> mirror) {
    String text =
        mirror
            .map(
                path ->
                    """
                    provider_installation {
                      filesystem_mirror {
                        path    = "%s"
                        include = ["%s"]
                      }
                      direct {
                        exclude = ["%s"]
                      }
                    }
                    """
                        .formatted(path, PROVIDER, PROVIDER))
            .orElse("");
    try {
      // Atomically, as concurrent tests may share the folder.
      Path written = Files.createTempFile(scratch, "terraform", ".rc");
      Files.writeString(written, text);
      return Files.move(written, scratch.resolve("terraform.rc"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
