package io.exportctl.collection.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Keeps Spark away from the tool: neither {@code mvn -pl exportctl -am verify} nor the first build
 * of its launcher, which sets {@code maven.test.skip}, may download it.
 */
class ReactorTest {

  private static final Path ROOT = Path.of("../../..");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  @Test
  void buildsTheToolWithoutSpark() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    List<String> always = modules(pom.substring(0, pom.indexOf("</modules>")));

    assertThat(always).contains("exportctl").noneMatch(it -> it.contains("collection"));
    for (String module : always) {
      assertThat(Files.readString(ROOT.resolve(module).resolve("pom.xml")))
          .as(module)
          .doesNotContain("<artifactId>collection-", "org.apache.spark", "org.apache.iceberg");
    }
    assertThat(pom).doesNotContain("org.apache.spark", "org.apache.iceberg");
  }

  @Test
  void leavesTheProgramOutWhereTestsAreSkippedAsAWhole() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    Matcher profile =
        Pattern.compile(
                "<id>collection</id>\\s*<activation>\\s*<property>\\s*<name>([^<]+)</name>"
                    + "\\s*</property>\\s*</activation>\\s*<modules>(.*?)</modules>",
                Pattern.DOTALL)
            .matcher(pom);

    assertThat(profile.find()).isTrue();
    assertThat(profile.group(1)).isEqualTo("!maven.test.skip");
    assertThat(modules(profile.group(2)))
        .contains("workloads/collection/record", "workloads/collection/ingestion");
    assertThat(Files.readString(ROOT.resolve("exportctl/bin/exportctl")))
        .contains("-Dmaven.test.skip");
  }

  private static List<String> modules(String text) {
    return MODULE.matcher(text).results().map(it -> it.group(1)).toList();
  }
}
