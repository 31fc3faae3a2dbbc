package io.exportctl.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of partitions, and the schemas and Terraform modules that repeat parts of it. */
class PartitionTest {

  private static final Path REPOSITORY = ExampleWorkspace.REPOSITORY;

  @ParameterizedTest
  @CsvSource({
    "eu-west-2, aws",
    "us-east-1, aws",
    "cn-northwest-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "eusc-de-east-1, aws-eusc",
    "us-iso-west-1, aws-iso",
    "us-isob-east-1, aws-iso-b",
    "eu-isoe-west-1, aws-iso-e",
    "us-isof-south-1, aws-iso-f"
  })
  void belongsToARegion(String region, String partition) {
    assertThat(Partition.of(region).map(Partition::id)).contains(partition);
  }

  @ParameterizedTest
  @CsvSource({"uk-west-2", "''", "eu", "us-isoz-east-1"})
  void belongsToNoOtherRegion(String region) {
    assertThat(Partition.of(region)).isEmpty();
  }

  @Test
  void isTheSameInEachExpressionForArns() {
    String others =
        Arrays.stream(Partition.values())
            .map(partition -> partition.id().substring("aws".length()))
            .filter(end -> !end.isEmpty())
            .collect(Collectors.joining("|", "(", ")?"));

    List<String> expressions =
        matches(Pattern.compile("\\^arn:aws(\\S*?):(iam|kms|sns):"), "schema", "terraform/modules");

    assertThat(expressions).hasSizeGreaterThan(5).containsOnly(others);
  }

  @Test
  void hasTheAreasOfTheSchema() throws IOException {
    String areas =
        Arrays.stream(Partition.values())
            .map(Partition::areas)
            .collect(Collectors.joining("|", "^(", ")-"));
    JSONObject region =
        new JSONObject(Files.readString(REPOSITORY.resolve("schema/platform.schema.json")))
            .getJSONObject("properties")
            .getJSONObject("region");

    assertThat(region.getString("pattern")).startsWith(areas);
    assertThat(region.getJSONArray("examples").toList())
        .hasSizeGreaterThan(40)
        .doesNotHaveDuplicates()
        .allSatisfy(known -> assertThat(Partition.of((String) known)).isPresent());
  }

  @Test
  void hasAConsoleUnlessIsolated() throws IOException {
    String dashboard =
        Files.readString(REPOSITORY.resolve("terraform/modules/push_platform/dashboard.tf"));
    List<String> consoles =
        Pattern.compile("(?m)^ +(aws\\S*) += \".*console\\.")
            .matcher(dashboard)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(consoles)
        .containsExactlyElementsOf(
            Arrays.stream(Partition.values())
                .map(Partition::id)
                .filter(id -> !id.startsWith("aws-iso"))
                .toList());
  }

  /** Returns the first group of each match in the schemas and modules. */
  private static List<String> matches(Pattern pattern, String... folders) {
    return Stream.of(folders)
        .flatMap(folder -> files(REPOSITORY.resolve(folder)))
        .flatMap(file -> groups(pattern.matcher(text(file))))
        .toList();
  }

  private static Stream<String> groups(Matcher matcher) {
    return matcher.results().map(match -> match.group(1));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(json|tf)"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
