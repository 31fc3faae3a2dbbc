package io.exportctl.source.web.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.exportctl.source.support.DemoProcess;
import io.exportctl.source.support.NodePrograms;
import io.exportctl.source.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of {@code store demo} in Chromium, with axe: on a wide screen and a phone, without
 * scripts, by keyboard. Screenshots for people are in {@code target/page-pictures}.
 */
class PagesInBrowserIT {

  private static final Path PICTURES = Path.of("target", "page-pictures").toAbsolutePath();
  private static final Path RESOURCES = Path.of("src", "test", "resources", "browser");

  private static Optional<Path> browser() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Test
  void leadsPeopleThroughAllPages(@TempDir Path folder) throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(
        browser.isPresent() || "true".equals(System.getenv("CI")), "chromium is not on the PATH");
    NodePrograms.install();
    try (DemoProcess demo = DemoProcess.start(folder)) {
      replaceSources(demo.folder("Sources"));
      Process node =
          NodePrograms.start(
              "wizard.mjs",
              browser.orElseThrow().toString(),
              demo.address(),
              RESOURCES.resolve("files").toAbsolutePath().toString(),
              PICTURES.toString());
      String out = new String(node.getInputStream().readAllBytes(), UTF_8);
      assertThat(node.waitFor()).as(out).isZero();

      Map<String, Object> result = Json.read(out);
      assertThat((List<?>) result.get("faults")).isEmpty();
      assertThat((Map<?, ?>) result.get("seen")).isEqualTo(expected());
    }
  }

  private static void replaceSources(Path sources) throws Exception {
    Files.delete(sources.resolve("trade_measures.yaml"));
    try (Stream<Path> files = Files.list(RESOURCES.resolve("sources"))) {
      for (Path file : files.toList()) {
        Files.copy(file, sources.resolve(file.getFileName()));
      }
    }
  }

  private static Map<String, Object> expected() throws IOException {
    return Json.read(Files.readString(RESOURCES.resolve("seen.json")));
  }
}
