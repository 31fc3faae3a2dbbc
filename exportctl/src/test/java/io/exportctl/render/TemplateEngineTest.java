package io.exportctl.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateEngineTest {

  @ParameterizedTest
  @CsvSource({
    "plain,plain",
    "a\"b,a\\\"b",
    "a\\b,a\\\\b",
    "${x},$${x}",
    "$${x},$$${x}",
    "%{if},%%{if}",
    "100%,100%",
    "$5,$5",
    "日本,日本"
  })
  void escapesForQuotedStringOfTerraform(String value, String escaped) {
    assertThat(engine("name = \"[=value]\"").hcl("x", Map.of("value", value)))
        .isEqualTo("name = \"" + escaped + "\"");
  }

  @Test
  void keepsValueInItsLine() {
    assertThat(engine("# [=value]\n").hcl("x", Map.of("value", "a\nb\r\u2028\u202Ec")))
        .isEqualTo("# a\\nb\\r\\u2028\\u202Ec\n");
  }

  @ParameterizedTest
  @CsvSource({
    "target-bucket-name,target-bucket-name",
    "https://example.org/a#b,https://example.org/a#b",
    "arn:aws:iam::1:role/x,arn:aws:iam::1:role/x",
    "yes,'\"yes\"'",
    "'true','\"true\"'",
    "a: b,'\"a: b\"'",
    "a:,'\"a:\"'",
    "'a #b','\"a #b\"'",
    "- a,'\"- a\"'",
    "é,'\"\\u00E9\"'",
    "12,'\"12\"'",
    "<<blank>>,<<blank>>"
  })
  void quotesForYamlWherePlainTextCouldBeMisread(String value, String written) {
    assertThat(engine("[=value]").yaml("x", Map.of("value", value))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[#noautoesc][=value][/#noautoesc]",
        "[='freemarker.template.utility.Execute'?new()('id')]",
        "[=value?api.class]",
        "[=missing]"
      })
  void refusesTemplateThatReachesTooFar(String template) {
    TemplateEngine engine = engine(template);

    assertThatThrownBy(() -> engine.hcl("x.ftl", Map.of("value", "v")))
        .isInstanceOf(ExportctlException.class)
        .hasMessageStartingWith("cannot fill x.ftl: ");
  }

  /** What no setting of the library forbids. */
  @Test
  void hasNoTemplateThatTurnsEscapingOff() {
    assertThat(Folders.files(ExampleWorkspace.REPOSITORY.resolve("templates")).values())
        .isNotEmpty()
        .noneMatch(template -> template.contains("no_esc"));
  }

  private static TemplateEngine engine(String template) {
    return new TemplateEngine(path -> template.getBytes(StandardCharsets.UTF_8));
  }
}
