package io.exportctl.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.dataset.AwsResource;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.HasFlow;
import io.exportctl.dataset.HasUsers;
import io.exportctl.dataset.Operated;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Stop;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of a kind: its files, those that each capability needs, and every command. */
class KindContractTest {

  private static final Path REPOSITORY = ExampleWorkspace.REPOSITORY;

  @TempDir Path root;

  @Test
  void hasABehaviourForEachIdentity() {
    assertThat(Kinds.all()).extracting(Kind::id).containsExactly(DatasetKind.values());
  }

  @TestFactory
  Stream<DynamicTest> hasEachFile() {
    return Kinds.all().stream()
        .flatMap(
            kind ->
                files(kind).stream()
                    .map(
                        file ->
                            DynamicTest.dynamicTest(
                                kind.id() + ": " + file,
                                () -> assertThat(REPOSITORY.resolve(file)).exists())));
  }

  /** Files of a kind, with those that its capabilities need. */
  private static List<String> files(Kind kind) {
    String id = kind.id().id();
    Stream<String> always =
        Stream.of(
            "schema/" + id + ".schema.json",
            "templates/" + id + "/" + id + ".tf.ftl",
            "templates/" + id + "/dataset.tf.ftl",
            "templates/" + id + "/new.yaml.ftl",
            "terraform/modules/" + id + "/variables.tf",
            "terraform/modules/" + id + "/tests",
            "datasets/" + id,
            "docs/kinds/" + id + ".md",
            "exportctl/src/test/resources/validate/" + id);
    Stream<String> adoption =
        kind.adoption().stream().map(one -> "templates/" + id + "/adopt.tf.ftl");
    Stream<String> access =
        kind.userAccess().stream().map(one -> "templates/" + id + "/access.tf.ftl");
    Stream<String> section =
        kind.platformSection().stream()
            .flatMap(
                platform ->
                    Stream.of(
                        "schema/platform/" + id + ".schema.json",
                        "templates/" + id + "/platform.tf.ftl",
                        "terraform/modules/" + id + "_platform/variables.tf"));
    Stream<String> program =
        kind.program().stream().map(artifact -> artifact.module() + "/pom.xml");
    Stream<String> handshake =
        example(kind) instanceof HandedOver
            ? Stream.of("templates/" + id + "/handshake.txt.ftl")
            : Stream.empty();
    return Stream.of(always, adoption, access, section, program, handshake)
        .flatMap(files -> files)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> givesAccessIfItsDatasetsHaveUsers() {
    return Kinds.all().stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.id().id(),
                    () ->
                        assertThat(kind.userAccess().isPresent())
                            .isEqualTo(example(kind) instanceof HasUsers)));
  }

  @TestFactory
  Stream<DynamicTest> namesItsResourcesInAws() {
    Platform platform = Platform.read(Workspace.find(REPOSITORY).readPlatform());
    return Kinds.all().stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.id().id(),
                    () -> {
                      assertThat(example(kind)).isInstanceOf(Operated.class);
                      Operated dataset = (Operated) example(kind);
                      Operation operation = dataset.operation(platform);
                      assertThat(operation.resources()).isNotEmpty().doesNotHaveDuplicates();
                      assertThat(operation.names(AwsResource.Type.ROLE))
                          .allMatch(
                              role -> kind.rolePrefixes().stream().anyMatch(role::startsWith));
                      assertThat(operation.names(AwsResource.Type.QUEUE))
                          .containsAll(operation.queue().stream().toList())
                          .containsAll(operation.deadLetters().stream().toList());
                      assertThat(operation.sweep().isPresent())
                          .isEqualTo(operation.queue().isPresent());
                      assertThat(operation.function().isPresent())
                          .isEqualTo(operation.queue().isPresent());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> drawsTheWayOfItsData() {
    Platform platform = Platform.read(Workspace.find(REPOSITORY).readPlatform());
    return Kinds.all().stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.id().id(),
                    () -> {
                      assertThat(example(kind)).isInstanceOf(HasFlow.class);
                      List<Stop> stops = ((HasFlow) example(kind)).flow(platform);
                      assertThat(stops).hasSizeGreaterThan(1);
                      assertThat(stops)
                          .anyMatch(Stop::isOnPlatform)
                          .anyMatch(stop -> !stop.isOnPlatform());
                      assertThat(stops)
                          .allSatisfy(
                              stop -> assertThat(stop.names()).isNotEmpty().doesNotContain(""));
                      assertThat(stops.subList(0, stops.size() - 1))
                          .noneMatch(stop -> stop.onwards().isEmpty());
                    }));
  }

  @ParameterizedTest
  @EnumSource
  void goesFromNewToTerraform(DatasetKind kind) throws IOException {
    ExampleWorkspace.writeAllTo(root);

    Cli.Result created = Cli.in(root).run("new", kind.id(), "sample");
    Path file = root.resolve("datasets/" + kind.id() + "/sample.yaml");
    Files.writeString(file, Files.readString(file).replaceAll("<<(.*)>>", "$1"));
    Cli.Result validated = Cli.in(root).run("validate");
    Cli.Result rendered = Cli.in(root).run("render");

    assertThat(created.status()).as(created.err()).isZero();
    assertThat(validated.status()).as(validated.out()).isZero();
    assertThat(rendered.status()).as(rendered.err()).isZero();
    Path terraform = root.resolve("terraform");
    assertThat(terraform.resolve(kind.id() + "_sample.tf")).exists();
    assertThat(Files.readString(terraform.resolve(kind.id() + ".tf"))).contains("sample");
    assertThat(Cli.in(root).run("list").out()).contains(kind.id(), "sample");
    assertThat(Cli.in(root).run("show", kind.id() + "/sample").status()).isZero();
    assertThat(Cli.in(root).run("schema", kind.id()).status()).isZero();
    assertThat(Cli.in(root).run("site").status()).isZero();
    assertThat(root.resolve("site/datasets/" + kind.id() + "-sample.html")).exists();
    assertThat(Cli.in(root).run("__complete", "--", "new", "").out()).contains(kind.id());
    assertThat(Cli.in(root).run("man", "new", kind.id()).status()).isZero();
  }

  /** A dataset of the repository's own. */
  private static Dataset example(Kind kind) {
    Inventory inventory = Workspace.find(REPOSITORY).read();
    return inventory.datasets().stream()
        .filter(file -> file.kind() == kind.id())
        .map(Kinds::read)
        .findFirst()
        .orElseThrow(() -> new AssertionError("datasets/" + kind.id() + "/ has no sample dataset"));
  }
}
