package io.exportctl.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Details;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.Layout;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.collection.CollectionDataset;
import io.exportctl.kind.collection.Limits;
import io.exportctl.kind.collection.Schedule;
import io.exportctl.kind.collection.Source;
import io.exportctl.kind.collection.TableSettings;
import io.exportctl.kind.landing.DataSelection;
import io.exportctl.kind.landing.ExtractionJob;
import io.exportctl.kind.landing.LandingDataset;
import io.exportctl.kind.pull.PullDataset;
import io.exportctl.kind.push.PushDataset;
import io.exportctl.render.TemplateEngine;
import io.exportctl.support.Command;
import io.exportctl.workspace.Bundle;
import io.exportctl.yaml.YamlReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Handshakes with hostile text, which our schemas reject but a team's own may allow. */
class HandshakePrinterTest {

  private static final String HOSTILE = "a\"\\${x}%{y}'$(z)\u001B[31m\u202E\n#*/b";
  private static final Platform PLATFORM =
      new Platform(
          HOSTILE + "1",
          "eu-west-2",
          HOSTILE,
          HOSTILE,
          "",
          1,
          Optional.empty(),
          Map.of("1", HOSTILE),
          Map.of(),
          Layout.SINGLE,
          Map.of(DatasetKind.LANDING, section(), DatasetKind.COLLECTION, collections()));

  @TempDir Path folder;

  static List<HandedOver> datasets() {
    List<String> texts = List.of(HOSTILE);
    return List.of(
        new PushDataset(
            "a", HOSTILE, Optional.of(HOSTILE), texts, texts, true, Optional.of(HOSTILE)),
        new PullDataset("a", texts, texts, texts, true, true),
        new LandingDataset(
            "a",
            texts,
            texts,
            texts,
            new ExtractionJob(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, true),
            new DataSelection(texts, texts, texts, texts, texts),
            true,
            1,
            1),
        new CollectionDataset(
            "a",
            HOSTILE,
            new Source(HOSTILE, HOSTILE, Optional.of(HOSTILE), 1, false),
            new Schedule(HOSTILE, HOSTILE, 1),
            new TableSettings("latest", "newest", 1, texts, List.of(), false),
            new Limits(1, 1, 8),
            texts,
            texts,
            texts));
  }

  /** The section of platform.yaml for landings, with hostile text. */
  private static Fields section() {
    return fields("bucket: %1$s\ncurated_bucket: %1$s\nextractor_image: %1$s\n");
  }

  /** The section of platform.yaml for collections, with hostile text. */
  private static Fields collections() {
    return fields(
        """
        warehouse_bucket: %1$s
        database: %1$s
        security_group_ids: [%1$s]
        key_service_url: %1$s
        key_service_secret_arn: %1$s
        """);
  }

  private static Fields fields(String pattern) {
    String hostile = new JSONObject(Map.of("k", HOSTILE)).toString();
    String text = hostile.substring(hostile.indexOf(':') + 1, hostile.length() - 1);
    String yaml = pattern.formatted(text);
    return Fields.of(YamlReader.read("platform.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void escapesTerminalSequences(HandedOver dataset) {
    String text = print(dataset, HandshakeFormat.TEXT);

    assertThat(text).doesNotContain("\u001B", "\u202E").contains("\uFFFD[31m\uFFFD\\n#*/b");
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void writesEachValueAsTerraformLiteral(HandedOver dataset) {
    String terraform = print(dataset, HandshakeFormat.TERRAFORM);

    assertThat(terraform)
        .doesNotContain("\u001B", "\u202E", "\n#*/b", "a\"\\$")
        .contains("a\\\"\\\\$${x}%%{y}'$(z)\\u001B[31m\\u202E\\n#*/b");
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void writesEachValueUnchangedInJson(HandedOver dataset) {
    JSONObject json = new JSONObject(print(dataset, HandshakeFormat.JSON));

    assertThat(json.getString("account")).isEqualTo(HOSTILE + "1");
    assertThat(json.getJSONArray("asks").getJSONObject(0).getString("of")).isEqualTo(HOSTILE);
  }

  /** Reads the manifest as Kubernetes does; its comments cannot end early either. */
  @Test
  @DisplayName("39: hostile text is a literal value in the job's manifest")
  void writesEachValueAsYamlLiteral() {
    HandedOver landing = datasets().get(2);
    Map<String, Object> job = new Yaml().load(print(landing, HandshakeFormat.KUBERNETES));

    assertThat(job.keySet()).containsExactly("apiVersion", "kind", "metadata", "spec");
    assertThat(job.get("metadata")).isEqualTo(Map.of("name", HOSTILE, "namespace", HOSTILE));
    assertThat(job.toString())
        .contains("image=" + HOSTILE, "serviceAccountName=" + HOSTILE, "schedule=" + HOSTILE)
        .contains("name=EXTRACT_EXCLUDE_COLUMNS, value=" + HOSTILE);
  }

  @Test
  void quotesShellWords() {
    Command.Result result =
        Command.in(folder).run("sh", "-c", "printf %s " + ShellCommand.word(HOSTILE));

    assertThat(result).isEqualTo(new Command.Result(0, HOSTILE, ""));
    assertThat(ShellCommand.word("s3://example/new_project/a.b")).doesNotContain("'");
    assertThat(ShellCommand.word("-x")).isEqualTo("'-x'");
  }

  private static String print(HandedOver dataset, HandshakeFormat format) {
    StringWriter out = new StringWriter();
    new HandshakePrinter(new PrintWriter(out), new TemplateEngine(Bundle::read))
        .print(dataset, Details.NONE, dataset.handshake(PLATFORM), PLATFORM, format);
    return out.toString();
  }
}
