package io.exportctl.landing.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the zip that Lambda gets, in a process of its own, with S3, Glue and SQS of moto. */
class LoaderZipIT {

  private static final String FIRST = "20260801010000Z";
  private static final String SECOND = "20260802010000Z";
  private static final Column ID = Sender.column("id", ColumnType.INTEGER);

  @TempDir static Path folder;

  private static ZippedFunction zipped;

  @BeforeAll
  static void start() throws Exception {
    zipped = ZippedFunction.start(folder);
  }

  @AfterAll
  static void stop() {
    if (zipped != null) {
      zipped.close();
    }
  }

  @Test
  void loadsExtractionsIntoTheCatalog() throws Exception {
    Platform platform = zipped.platform();
    platform
        .sender(FIRST)
        .table("note", List.of(ID), "{\"id\":1}\n", "{\"id\":2}\n")
        .table("gone", List.of(ID))
        .send();

    assertThat(zipped.function(ZippedFunction.event(FIRST)))
        .isEqualTo("{\"batchItemFailures\":[]}");
    List<String> parts = zipped.receive();
    assertThat(parts).containsExactlyInAnyOrder(Task.part(FIRST, 0), Task.part(FIRST, 1));
    assertThat(platform.verdict(FIRST)).isEmpty();
    assertThat(zipped.function(parts.toArray(String[]::new)))
        .contains(
            "\"published\":1,\"refused\":0,\"rows\":2,\"nulled\":0,\"extraction\":\"20260801010000Z\"")
        .endsWith("{\"batchItemFailures\":[]}");
    assertThat(platform.newest("note")).containsExactly(Map.of("id", "1"), Map.of("id", "2"));

    // The column's type changes in a way that no reader could follow, and a table is gone.
    platform
        .sender(SECOND)
        .table("note", List.of(Sender.column("id", ColumnType.TEXT)), "{\"id\":\"x\"}\n")
        .send();
    assertThat(
            zipped.function(ZippedFunction.event(SECOND), Task.part(SECOND, 0), "{\"sweep\":{}}"))
        .contains("\"schemaChanges\":[\"note\"]")
        .containsPattern("\"unfinished\":0,\"unclaimed\":0,\"age\":[0-9]+}")
        .contains("\"action\":\"deleted\",\"partitions\":0,\"tables\":0,\"objects\":0}");

    assertThat(platform.tables())
        .containsExactly(
            Map.entry("notes_dev.note", "id string"),
            Map.entry("notes_dev_history.gone", "id int"),
            Map.entry("notes_dev_history.note", "id string"),
            Map.entry("notes_dev_history.note_until_20260802010000z", "id int"));
    assertThat(platform.newest("note")).containsExactly(Map.of("id", "x"));
    assertThat(platform.history("note"))
        .containsExactly(Map.entry(SECOND, List.of(Map.of("id", "x"))));
    assertThat(platform.history("note_until_20260802010000z"))
        .containsExactly(Map.entry(FIRST, List.of(Map.of("id", "1"), Map.of("id", "2"))));
  }

  @Test
  void keepsMessagesThatItCannotHandle() throws Exception {
    assertThat(zipped.function("{}", ZippedFunction.event("20260803010000Z")))
        .contains("\"reason\":\"the message is not an event of S3, a part or a sweep\"")
        .contains("\"reason\":\"there is no manifest notes_dev/metadata/")
        .endsWith(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"},{\"itemIdentifier\":\"m1\"}]}");
  }

  @Test
  void namesTheVariableThatIsMissing() throws Exception {
    Map<String, String> environment = zipped.environment();
    environment.remove("SCHEMA_CONTRACT");

    assertThat(zipped.run(environment, "{\"Records\":[]}"))
        .contains("environment variable SCHEMA_CONTRACT is not set; it must be evolve or freeze");
  }

  @Test
  void holdsDuckDbForLinuxOnly() throws IOException {
    try (ZipFile zip = new ZipFile(ZippedFunction.ZIP.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .filteredOn(name -> !name.endsWith("/"))
          .allMatch(name -> name.matches("lib/[^/]+\\.jar|licenses/[^/]+/LICENSE"));
    }
    Path jar;
    try (var jars = Files.newDirectoryStream(zipped.libraries(), "duckdb*.jar")) {
      jar = jars.iterator().next();
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName).filter(it -> it.startsWith("lib")))
          .containsExactlyInAnyOrder(
              "libduckdb_java.so_linux_amd64", "libduckdb_java.so_linux_arm64");
    }
  }

  /** Checks the jars, and the folder of licences for those whose jar brings none. */
  @Test
  void holdsTheLicenceOfEachLibrary() throws IOException {
    try (var jars = Files.newDirectoryStream(zipped.libraries(), "*.jar")) {
      for (Path jar : jars) {
        String library = jar.getFileName().toString().replaceFirst("-[0-9].*", "");
        if (library.startsWith("landing-")) {
          continue;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          assertThat(zip.stream().anyMatch(it -> it.getName().matches("META-INF/.*LICENSE.*")))
              .as(library)
              .isNotEqualTo(Files.exists(zipped.licences().resolve(library)));
        }
      }
    }
  }

  /** Maven writes the bill only if it is online. */
  @Test
  void hasABillOfMaterialsThatListsItsLibraries() throws IOException {
    Path bill = ZippedFunction.ZIP.resolveSibling("landing-loader.cdx.json");
    assumeTrue("true".equals(System.getenv("CI")) || Files.exists(bill), "Maven was offline");
    Map<String, Object> listed = JSON.std.mapFrom(Files.readString(bill));
    List<String> jars = new ArrayList<>();
    for (Object each : (List<?>) listed.get("components")) {
      Map<?, ?> component = (Map<?, ?>) each;
      jars.add("%s-%s.jar".formatted(component.get("name"), component.get("version")));
    }

    try (var files = Files.list(zipped.libraries())) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .filteredOn(it -> !it.startsWith("landing-loader-"))
          .containsExactlyInAnyOrderElementsOf(jars);
    }
  }
}
