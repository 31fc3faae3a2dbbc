package io.exportctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.Command;
import io.exportctl.support.DocumentLinks;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed where there is no clone. */
class DistributionIT {

  private static final List<String> LIBRARIES =
      List.of(
          "annotations",
          "arns",
          "auth",
          "aws-core",
          "aws-json-protocol",
          "aws-query-protocol",
          "aws-xml-protocol",
          "checksums",
          "checksums-spi",
          "cloudwatch",
          "cloudwatchlogs",
          "commons-validator",
          "crt-core",
          "endpoints-spi",
          "eventstream",
          "everit-json-schema",
          "freemarker",
          "http-auth",
          "http-auth-aws",
          "http-auth-aws-eventstream",
          "http-auth-spi",
          "http-client-spi",
          "iam",
          "identity-spi",
          "jackson-core",
          "java-diff-utils",
          "json",
          "json-utils",
          "lambda",
          "metrics-spi",
          "picocli",
          "profiles",
          "protocol-core",
          "re2j",
          "reactive-streams",
          "regions",
          "retries",
          "retries-spi",
          "s3",
          "scheduler",
          "sdk-core",
          "slf4j-api",
          "slf4j-nop",
          "smithy-rpcv2-protocol",
          "snakeyaml",
          "sqs",
          "sso",
          "ssooidc",
          "sts",
          "third-party-jackson-core",
          "third-party-jackson-dataformat-cbor",
          "url-connection-client",
          "utils",
          "utils-lite");

  /** Lines that the build leaves out of the list of classes. */
  private static final Pattern GENERATED =
      Pattern.compile("#|/\\$Proxy| source: |@lambda-proxy.*picocli");

  @TempDir static Path unpacked;

  private static Path folder;

  @TempDir Path root;

  @BeforeAll
  static void unpack() {
    Tools.require("tar");
    Path archive = built(".tar.gz");
    Command.in(unpacked).run("tar", "-xzf", archive.toString()).orFail();
    folder = unpacked.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
  }

  @Test
  void runsWhereverItIsUnpacked() {
    ExampleWorkspace.writeTo(root);

    String found =
        Command.in(root)
            .with(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "XDG_CACHE_HOME", "/dev/null"))
            .run(folder.resolve("bin/exportctl").toString(), "validate")
            .orFail();

    assertThat(found).startsWith("no problems in 5 files");
  }

  @Test
  void holdsAllThatATeamNeeds() {
    assertThat(Folders.names(folder, ""))
        .filteredOn(name -> !name.equals("sbom.cdx.json"))
        .containsExactly(
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "LICENSE",
            "README.md",
            "SECURITY.md",
            "bin",
            "completion",
            "docs",
            "lib",
            "licenses",
            "man",
            "schema");
    assertThat(folder.resolve("lib/exportctl.jar")).exists();
    assertThat(folder.resolve("docs/installing.md")).exists();
    for (String shell : List.of("bash", "zsh", "fish")) {
      assertThat(folder.resolve("completion").resolve(shell))
          .hasContent(Cli.in(root).run("completion", shell).out());
    }
  }

  @Test
  void hasDocumentsWhoseLinksLeadToItsOwnFiles() {
    assertThat(DocumentLinks.broken(folder)).isEmpty();
  }

  /** A library that is new here is a decision: its licence, its size, its vulnerabilities. */
  @Test
  void holdsTheseLibrariesAndNoOther() {
    assertThat(Folders.names(folder.resolve("lib"), ".jar"))
        .extracting(DistributionIT::withoutVersion)
        .containsExactlyElementsOf(
            Stream.concat(Stream.of("exportctl"), LIBRARIES.stream()).sorted().toList());
  }

  @Test
  void holdsTheLicenceOfEachLibrary() {
    assertThat(Folders.names(folder.resolve("licenses"), "")).isEqualTo(LIBRARIES);
    assertThat(LIBRARIES)
        .allSatisfy(
            library ->
                assertThat(Folders.files(folder.resolve("licenses").resolve(library)))
                    .anySatisfy(
                        (path, text) -> {
                          assertThat(path).contains("LICENSE");
                          assertThat(text).isNotBlank();
                        }));
  }

  @Test
  void listsEachLibraryWithItsLicenceInTheBillOfMaterials() throws IOException {
    JSONObject bill = billOfMaterials();
    List<JSONObject> components =
        IntStream.range(0, bill.getJSONArray("components").length())
            .mapToObj(bill.getJSONArray("components")::getJSONObject)
            .toList();

    assertThat(bill.getString("bomFormat")).isEqualTo("CycloneDX");
    assertThat(components)
        .extracting(component -> component.getString("name"))
        .containsExactlyInAnyOrderElementsOf(LIBRARIES);
    assertThat(components)
        .allSatisfy(
            component -> {
              assertThat(component.getJSONArray("licenses")).isNotEmpty();
              assertThat(folder.resolve("lib").resolve(jar(component))).exists();
            });
  }

  /** A serial number or a time would differ from build to build. */
  @Test
  void listsNothingInTheBillOfMaterialsThatDiffersBetweenBuilds() throws IOException {
    JSONObject bill = billOfMaterials();

    assertThat(bill.keySet()).doesNotContain("serialNumber");
    assertThat(bill.getJSONObject("metadata").keySet()).doesNotContain("timestamp");
  }

  /** Only a build of this module alone lacks it. */
  @Test
  void holdsTheMover() {
    Path mover = ExampleWorkspace.REPOSITORY.resolve("lambda/target/export-lambda.zip");

    assertThat(Files.exists(folder.resolve("lib/export-lambda.zip")))
        .isEqualTo(Files.exists(mover));
  }

  @Test
  void holdsManualPages() {
    Cli.in(root).run("man", "--out", "man1");

    assertThat(Folders.files(folder.resolve("man/man1")))
        .isEqualTo(Folders.files(root.resolve("man1")))
        .containsKey("exportctl-validate.1");
  }

  @Test
  void listsClassesInSortedOrder() throws IOException {
    List<String> classes = Files.readAllLines(folder.resolve("lib/exportctl.classlist"));

    assertThat(classes)
        .contains(
            "io/exportctl/cli/Main", "io/exportctl/cli/command/ValidateCommand", "java/lang/Object")
        .noneMatch(name -> name.startsWith("software/amazon/") || name.startsWith("org/slf4j/"))
        .isSorted()
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.contains("/$Proxy"));
  }

  /** An interpreter runs some ten times slower. */
  @Test
  void listsTheSameClassesOnASlowMachine() throws IOException {
    Path loaded = root.resolve("loaded");
    Command.in(root)
        .with(Map.of("LC_ALL", "C.UTF-8"))
        .run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xint",
            "-XX:+UseSerialGC",
            "-Xms1g",
            "-Xmn800m",
            "-XX:DumpLoadedClassList=" + loaded,
            "-cp",
            Path.of("target/lib/exportctl.jar").toAbsolutePath().toString(),
            "io.exportctl.cli.TrainingRun")
        .orFail();

    assertThat(
            Files.readAllLines(loaded).stream()
                .filter(name -> !GENERATED.matcher(name).find())
                .sorted()
                .distinct()
                .toList())
        .isEqualTo(Files.readAllLines(folder.resolve("lib/exportctl.classlist")));
  }

  /** Two builds of one commit give the same bytes: no time, no order of a disk. */
  @Test
  void isTheSameFromEveryBuild() throws IOException {
    try (ZipFile zip = new ZipFile(built(".zip").toFile());
        Stream<Path> paths = Files.walk(unpacked)) {
      List<? extends ZipEntry> entries = zip.stream().toList();

      assertThat(entries.stream().map(ZipEntry::getTimeLocal)).hasSizeGreaterThan(30);
      assertThat(entries.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
      assertThat(new TreeSet<>(entries.stream().map(entry -> Path.of(entry.getName())).toList()))
          .isEqualTo(
              new TreeSet<>(
                  paths.map(unpacked::relativize).toList().subList(1, entries.size() + 1)));
    }
  }

  /** Builds the tool again, from copies of its sources in another folder. */
  @Test
  @Tag("nightly")
  void isTheSameFromASecondBuild() throws IOException {
    Tools.require("git", "mvn");
    Command repository = Command.in(ExampleWorkspace.REPOSITORY);
    repository
        .run("sh", "-c", "git ls-files -z | xargs -0 cp --parents -t '" + root + "'")
        .orFail();
    Command.in(root)
        .run("mvn", "-q", "-B", "-Dspotless.check.skip", "-Dmaven.test.skip", "package")
        .orFail();

    for (String extension : List.of(".tar.gz", ".zip")) {
      Path first = built(extension);
      assertThat(root.resolve("exportctl/target").resolve(first.getFileName()))
          .hasSameBinaryContentAs(first);
    }
  }

  private static JSONObject billOfMaterials() throws IOException {
    Path bill = folder.resolve("sbom.cdx.json");
    Tools.require(Files.exists(bill), "Maven makes the bill of materials only when it is online");
    return new JSONObject(Files.readString(bill));
  }

  private static String withoutVersion(String jar) {
    return jar.replaceFirst("-\\d[\\d.]*$", "");
  }

  private static String jar(JSONObject component) {
    return component.getString("name") + "-" + component.getString("version") + ".jar";
  }

  private static Path built(String extension) {
    List<String> found = Folders.names(Path.of("target"), extension);
    String name =
        found.stream().filter(archive -> !archive.contains("-runtime-")).findFirst().orElseThrow();
    return Path.of("target", name + extension).toAbsolutePath();
  }
}
