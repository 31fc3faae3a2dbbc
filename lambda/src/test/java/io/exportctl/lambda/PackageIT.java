package io.exportctl.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip as Lambda gets it. */
class PackageIT {

  private static final Path ZIP = Path.of(System.getProperty("exportLambda.zip"));
  private static final long TWELVE_MEGABYTES = 12_000_000;

  private static final String JAR = "lib/export-lambda.jar";
  private static final String CLASS = ".class";

  /** A part of the SDK that we do without; a few classes of other parts go with it. */
  private static final String CRT = "software/amazon/awssdk/crt/";

  /** What Lambda does at a cold start: loads the class by its name and makes an instance. */
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
  void holdsOneJarOfWhichNothingIsInflatedAtAStart() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      assertThat(zip.stream().filter(it -> !it.isDirectory()).map(ZipEntry::getName))
          .containsExactly(JAR);
    }
    try (ZipFile jar = new ZipFile(unzipped().resolve(JAR).toFile())) {
      assertThat(jar.stream().map(ZipEntry::getMethod)).containsOnly(ZipEntry.STORED);
      assertThat(jar.stream().map(ZipEntry::getName))
          .doesNotHaveDuplicates()
          .contains(
              "io/exportctl/lambda/ExportHandler.class",
              "software/amazon/awssdk/services/s3/S3Client.class",
              "software/amazon/awssdk/services/sqs/SqsClient.class",
              "META-INF/services/software.amazon.awssdk.http.SdkHttpService",
              "META-INF/licenses/s3/META-INF/LICENSE.txt")
          .noneMatch(name -> name.startsWith("io/netty/") || name.startsWith("org/apache/"));
    }
  }

  /** The function's JVM is told to take them as they are: see the module's function.tf. */
  @Test
  void holdsOnlyClassesThatJavaVerifies() throws IOException {
    Path path = unzipped().resolve(JAR);
    try (URLClassLoader loader =
            new URLClassLoader(
                new URL[] {path.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        ZipFile jar = new ZipFile(path.toFile())) {
      List<String> names =
          jar.stream().map(ZipEntry::getName).filter(it -> it.endsWith(CLASS)).toList();

      assertThat(names).hasSizeGreaterThan(5_000);
      assertThat(names.stream().flatMap(name -> refusal(loader, name).stream())).isEmpty();
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

  /** Why Java does not take the class of this file, unless it is for want of the SDK's CRT. */
  private static Optional<LinkageError> refusal(ClassLoader loader, String file) {
    String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
    try {
      // Java verifies a class before it says what methods it has.
      assertThat(Class.forName(name, false, loader).getDeclaredMethods()).isNotNull();
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    } catch (LinkageError e) {
      return Optional.of(e).filter(it -> !it.getMessage().startsWith(CRT));
    }
  }

  /** Standard output and error of a fresh JVM that has the zip's jar and nothing else. */
  private String start(Map<String, String> environment) throws Exception {
    Path source = Files.writeString(directory.resolve("Start.java"), START);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            unzipped().resolve(JAR).toString(),
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
    Path jar = directory.resolve(JAR);
    Files.createDirectories(jar.getParent());
    try (ZipFile zip = new ZipFile(ZIP.toFile());
        InputStream bytes = zip.getInputStream(zip.getEntry(JAR))) {
      Files.copy(bytes, jar);
    }
    return directory;
  }
}
