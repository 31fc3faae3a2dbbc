package io.exportctl.source.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The environment of {@code terraform/modules/source_platform}, and what the program reads. */
class DeployedSettingsTest {

  private static final Path MODULE =
      Path.of("..", "..", "terraform", "modules", "source_platform", "service.tf");
  private static final Pattern SET = Pattern.compile("^ {4}(STORE_[A-Z_]+) +=", Pattern.MULTILINE);
  private static final Pattern READ = Pattern.compile("\"(STORE_[A-Z_]+)\"");

  @Test
  void readsEachVariableThatTerraformSets() throws IOException {
    Set<String> set = names(SET, Files.readString(MODULE));
    Set<String> read = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/io/exportctl/source/cli"))) {
      for (Path file : files.toList()) {
        read.addAll(names(READ, Files.readString(file)));
      }
    }

    assertThat(set).hasSizeGreaterThan(10).contains("STORE_KEY", "STORE_READERS_OF_ALL");
    assertThat(read).containsAll(set);
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void takesTheValuesThatTerraformGives() {
    Settings settings =
        new Settings(
            Map.of(
                "AWS_REGION", "eu-west-2",
                "STORE_DATABASE_IAM", "true",
                "STORE_DATABASE_URL",
                    "jdbc:postgresql://s.abc.eu-west-2.rds.amazonaws.com:5432/store?user=store_app&sslmode=require",
                "STORE_DATASETS", "s3://example-store/config/sources/",
                "STORE_OBJECTS", "s3://example-store",
                "STORE_DATAFLOW_URL", "",
                "STORE_READERS_OF_ALL", "audit,data-flow"));

    assertThat(settings.database().tokens()).isPresent();
    assertThat(settings.datasets())
        .isEqualTo(new Settings.BucketFolder("example-store", "config/sources/"));
    assertThat(settings.objects()).isEqualTo(new Settings.Bucket("example-store"));
    assertThat(settings.readersOfAll()).containsExactly("audit", "data-flow");
    settings.end();
    assertThat(new Settings(Map.of("STORE_READERS_OF_ALL", "")).readersOfAll()).isEmpty();
  }
}
