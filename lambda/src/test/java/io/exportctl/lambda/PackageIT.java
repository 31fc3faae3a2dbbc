package io.exportctl.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the zip that Lambda gets. */
class PackageIT {

  private static final Path ZIP = Path.of(System.getProperty("exportLambda.zip"));
  private static final long TWELVE_MEGABYTES = 12_000_000;

  /** Simulates Lambda's cold start: loads the class by its name and creates an instance. */
  private static final String START =
      """
      class Start {
        public static void main(String[] arguments) throws Exception {
          Class.forName("io.exportctl.lambda.ExportHandler").getDeclaredConstructor().newInstance();
          System.out.println("started");
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void isSmallerThanTwelveMegabytes() throws IOException {
    assertThat(Files.size(ZIP)).isLessThan(TWELVE_MEGABYTES);
  }

  @Test
  void holdsTheFunctionAndItsLibrariesAsJars() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      List<String> names =
          zip.stream().filter(it -> !it.isDirectory()).map(ZipEntry::getName).toList();

      assertThat(names).allMatch(name -> name.matches("lib/[^/]+\\.jar|licenses/[^/]+/LICENSE"));
      assertThat(names)
          .filteredOn(name -> name.startsWith("lib/"))
          .extracting(name -> name.replaceFirst("lib/(.*?)-[0-9].*", "$1"))
          .doesNotHaveDuplicates()
          .contains("export-lambda", "s3", "sqs", "url-connection-client", "jackson-jr-objects")
          .noneMatch(name -> name.startsWith("netty") || name.startsWith("apache"))
          .doesNotContain("junit-jupiter");
    }
  }

  /** Checks the jars, and the folder of licences for those whose jar brings none. */
  @Test
  void holdsTheLicenceOfEachLibrary() throws IOException {
    Path folder = unzipped();
    try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
      for (Path jar : jars.filter(it -> !it.toString().contains("export-lambda")).toList()) {
        String library = jar.getFileName().toString().replaceFirst("-[0-9].*", "");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          assertThat(zip.stream().anyMatch(it -> it.getName().matches("META-INF/.*LICENSE.*")))
              .as(library)
              .isNotEqualTo(Files.exists(folder.resolve("licenses").resolve(library)));
        }
      }
    }
  }

  @Test
  void startsFromTheZipAlone() throws Exception {
    Map<String, String> environment = new TreeMap<>();
    environment.put("DATASET", "new_project");
    environment.put("EXPORT_BUCKET", "export-bucket");
    environment.put("TARGET_BUCKET", "target-bucket");
    environment.put("KEEP_FILES", "false");
    environment.put("QUEUE_URL", Fixtures.QUEUE);
    environment.put("DEAD_LETTER_QUEUE_URL", Fixtures.DEAD_LETTERS);
    environment.put("AWS_REGION", "eu-west-2");

    assertThat(start(environment)).isEqualTo("started\n");
  }

  @Test
  void namesTheBadVariableWhenItCannotStart() throws Exception {
    assertThat(start(Map.of("DATASET", "new_project", "EXPORT_BUCKET", "export-bucket")))
        .contains("environment variable TARGET_BUCKET is not set; it must be a bucket's name")
        .doesNotContain("started");
  }

  /** Standard output and error of a fresh JVM that has the zip's jars and nothing else. */
  private String start(Map<String, String> environment) throws Exception {
    Path source = Files.writeString(directory.resolve("Start.java"), START);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            unzipped().resolve("lib") + "/*",
            source.toString());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      return new String(output.readAllBytes(), UTF_8);
    } finally {
      process.waitFor();
    }
  }

  private Path unzipped() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
        Path file = directory.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream bytes = zip.getInputStream(entry)) {
          Files.copy(bytes, file);
        }
      }
    }
    return directory;
  }
}
