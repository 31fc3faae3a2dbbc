package io.exportctl.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
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

  /** What templates take their values from. */
  public record Thing(String name, Optional<String> key, Optional<Thing> other, Object any) {

    public String greeting() {
      return "hello " + name;
    }
  }

  @Test
  void showsWhatARecordTellsAndWhatAnOptionalHolds() {
    Thing other = new Thing("b", Optional.of("k"), Optional.empty(), 1);
    Thing thing = new Thing("a", Optional.empty(), Optional.of(other), List.of("x", "y"));

    assertThat(
            engine(
                    "[=thing.greeting] [#if thing.key??]key[#else]none[/#if]"
                        + " [=thing.other.key] [=thing.any[1]] [=thing.other.any]")
                .hcl("x", Map.of("thing", thing)))
        .isEqualTo("hello a none k y 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[=thing.class]",
        "[=thing.getClass()]",
        "[=thing.equals(1)]",
        "[=thing.any]",
        "[=thing.any.parent]",
        "[=thing.key]",
        "[=thing.missing]"
      })
  void showsNothingElse(String template) {
    Thing thing = new Thing("a", Optional.empty(), Optional.empty(), Path.of("a/b"));
    TemplateEngine engine = engine(template);

    assertThatThrownBy(() -> engine.hcl("x.ftl", Map.of("thing", thing)))
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
