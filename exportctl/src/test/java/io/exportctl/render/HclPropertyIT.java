package io.exportctl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.DatasetState;
import io.exportctl.dataset.Details;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Layout;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.collection.CollectionDataset;
import io.exportctl.kind.collection.Column;
import io.exportctl.kind.collection.Limits;
import io.exportctl.kind.collection.Schedule;
import io.exportctl.kind.collection.Source;
import io.exportctl.kind.collection.TableSettings;
import io.exportctl.kind.landing.DataSelection;
import io.exportctl.kind.landing.ExtractionJob;
import io.exportctl.kind.landing.LandingDataset;
import io.exportctl.kind.pull.PullDataset;
import io.exportctl.kind.push.PushDataset;
import io.exportctl.kind.source.Fetch;
import io.exportctl.kind.source.SourceDataset;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Terraform;
import io.exportctl.support.Tools;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlReader;
import io.exportctl.yaml.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any text survives into Terraform: put into every field of every template and read by the real
 * terraform, it comes back equal. The schemas let far less through; this is the second wall.
 */
@Execution(ExecutionMode.CONCURRENT)
@Order(6)
class HclPropertyIT {

  /** What has a meaning somewhere in HCL, Freemarker, YAML or a terminal. */
  private static final String[] FRAGMENTS = {
    "${",
    "$${",
    "$$",
    "%{",
    "%%{",
    "{",
    "}",
    "~}",
    "\"",
    "'",
    "\\",
    "\\n",
    "\n",
    "\r\n",
    "\t",
    "#",
    "//",
    "*/",
    "<<EOT\n",
    "[=x]",
    "[#if]",
    "${aws_s3_bucket.x}",
    "%{ if true }",
    "\u0000",
    "\u001B",
    "\u007F",
    "\u0085",
    "\u2028",
    "\u202E",
    "\uFEFF",
    "é",
    "e\u0301",
    "ﬃ",
    "日本",
    "😀",
    "\\u0041"
  };

  private static final int SEEDS = 12;

  private static Path root;

  /** Outputs of the modules, by seed. */
  private static JSONObject echoes;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, SEEDS);
  }

  /** Each seed's datasets are rendered into a module of their own, and terraform runs once. */
  @BeforeAll
  static void apply() throws IOException {
    Tools.require("terraform");
    Path scratch = Files.createTempDirectory("hcl");
    root = Files.createDirectory(scratch.resolve("root"));
    stub("platform", "account_id", "region", "alarm_topic_arn");
    stub("push_platform", "export_bucket");
    stub("users", "users");
    stub("push", "target_bucket", "target_account", "kms_key_arn", "labels", "closed");
    stub("pull", "bucket", "pull_arns");
    stub("landing_platform", "curated_bucket");
    stub("landing", "put_arns", "exclude_tables", "exclude_columns", "hash_columns");
    stub("collection_platform", "warehouse_bucket", "subnet_ids", "kms_key_arns", "status_table");
    stub("collection", "source_bucket", "source_prefix", "source_kms_key_arn", "time_zone", "job");
    stub("source_platform", "url", "public_subnet_ids", "readers_of_all", "instance_class");
    stub("source", "config", "headers_secret");
    StringBuilder all = new StringBuilder();
    for (int seed : seeds().toArray()) {
      render(seed);
      all.append("module \"seed_%1$d\" {\n  source = \"./seed_%1$d\"\n}\n".formatted(seed));
    }
    all.append("output \"echoes\" {\n  value = {\n");
    seeds().forEach(seed -> all.append("    %1$d = module.seed_%1$d.echo\n".formatted(seed)));
    all.append("  }\n}\n");
    Files.writeString(root.resolve("main.tf"), all);
    Terraform terraform = Terraform.in(root);
    terraform.run("init", "-backend=false", "-no-color").orFail();
    terraform.run("apply", "-auto-approve", "-no-color").orFail();
    echoes = new JSONObject(terraform.run("output", "-json", "echoes").orFail());
  }

  @AfterAll
  static void deleteStubs() {
    if (root != null) {
      Folders.deleteAll(root.getParent());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyTextComesBackFromTerraform(int seed) {
    List<String> texts = texts(new Random(seed));
    JSONObject echo = echoes.getJSONObject("" + seed);

    assertThat(echo.getString("account_id")).isEqualTo(composed(texts.get(0)));
    assertThat(echo.getString("region")).isEqualTo(composed(texts.get(1)));
    assertThat(echo.getString("export_bucket")).isEqualTo(composed(texts.get(2)));
    assertThat(echo.getString("bucket")).isEqualTo(composed(texts.get(3) + "b"));
    assertThat(echo.getString("alarm_topic_arn")).isEqualTo(composed(texts.get(4)));
    assertThat(echo.getString("target_bucket")).isEqualTo(composed(texts.get(5)));
    assertThat(echo.getString("target_account")).isEqualTo(composed(texts.get(4)));
    assertThat(echo.getString("kms_key_arn")).isEqualTo(composed(texts.get(6)));
    assertThat(echo.getBoolean("closed")).isTrue();
    assertThat(echo.getJSONObject("labels").toMap())
        .isEqualTo(Map.of("owner", composed(texts.get(29)), "contact", composed(texts.get(30))));
    assertThat(echo.getJSONArray("pull_arns").toList())
        .isEqualTo(texts.stream().sorted().map(HclPropertyIT::composed).toList());
    assertThat(echo.getString("curated_bucket")).isEqualTo(composed(texts.get(7)));
    assertThat(echo.getJSONArray("put_arns").toList())
        .isEqualTo(texts.stream().sorted().map(HclPropertyIT::composed).toList());
    assertThat(echo.getJSONArray("exclude_tables").toList())
        .isEqualTo(texts.stream().map(HclPropertyIT::composed).toList());
    assertThat(echo.getJSONArray("exclude_columns").toList())
        .isEqualTo(reversed(texts).stream().map(HclPropertyIT::composed).toList());
    assertThat(echo.getString("warehouse_bucket")).isEqualTo(composed(texts.get(8)));
    assertThat(echo.getJSONArray("subnet_ids").toList())
        .isEqualTo(Stream.of(texts.get(9)).map(HclPropertyIT::composed).toList());
    assertThat(echo.getJSONArray("kms_key_arns").toList())
        .isEqualTo(Stream.of(texts.get(10)).map(HclPropertyIT::composed).toList());
    assertThat(echo.getString("status_table")).isEqualTo(composed(texts.get(11)));
    assertThat(echo.getString("source_bucket")).isEqualTo(composed(texts.get(12)));
    assertThat(echo.getString("source_prefix"))
        .isEqualTo(composed(texts.get(13).replaceFirst("(?s)\\{.*", "")));
    assertThat(echo.getString("source_kms_key_arn")).isEqualTo(composed(texts.get(14)));
    assertThat(echo.getString("time_zone")).isEqualTo(composed(texts.get(15)));
    JSONObject job = new JSONObject(echo.getString("job"));
    assertThat(job.getString("collection")).isEqualTo(composed(texts.get(16)));
    assertThat(job.getString("source_prefix")).isEqualTo(composed(texts.get(13)));
    assertThat(job.getJSONArray("steps").toList())
        .isEqualTo(texts.stream().map(HclPropertyIT::composed).toList());
    assertThat(job.getJSONArray("columns").getJSONObject(0).getString("path"))
        .isEqualTo(composed(texts.get(17)));
    assertThat(echo.getString("url")).isEqualTo(composed(texts.get(19)));
    assertThat(echo.getJSONArray("public_subnet_ids").toList())
        .isEqualTo(Stream.of(texts.get(20)).map(HclPropertyIT::composed).toList());
    assertThat(echo.getJSONArray("readers_of_all").toList())
        .isEqualTo(Stream.of(texts.get(21)).map(HclPropertyIT::composed).toList());
    assertThat(echo.getString("instance_class")).isEqualTo(composed(texts.get(22)));
    assertThat(echo.getString("headers_secret")).isEqualTo(composed(texts.get(23)));
    JSONObject config = new JSONObject(echo.getString("config"));
    assertThat(config.getJSONObject(composed(texts.get(24) + "k")).getString("link"))
        .isEqualTo(composed(texts.get(25)));
    assertThat(config.getJSONArray("readers").toList())
        .isEqualTo(texts.stream().map(HclPropertyIT::composed).toList());
    assertThat(echo.getJSONObject("users").keySet())
        .isEqualTo(texts.stream().map(HclPropertyIT::composed).collect(Collectors.toSet()));
  }

  private static void render(int seed) throws IOException {
    List<String> texts = texts(new Random(seed));
    Platform platform =
        new Platform(
            texts.get(0),
            texts.get(1),
            texts.get(2),
            texts.get(3),
            "",
            1,
            Optional.of(texts.get(4)),
            Map.of(),
            Map.of(texts.get(5), texts.get(6)),
            Layout.SINGLE,
            Map.of(
                DatasetKind.LANDING,
                section(texts.get(7)),
                DatasetKind.COLLECTION,
                collections(texts),
                DatasetKind.SOURCE,
                sources(texts)));
    Dataset push =
        new PushDataset(
            "a",
            texts.get(5),
            Optional.of(texts.get(4)),
            texts,
            texts,
            true,
            Optional.of(texts.get(6)));
    Dataset pull = new PullDataset("b", texts, texts, texts, true, true);
    Dataset landing =
        new LandingDataset(
            "c",
            texts,
            texts,
            texts,
            new ExtractionJob("", texts.get(1), "", "", "", false),
            new DataSelection(texts, texts, texts, reversed(texts), texts),
            false,
            1,
            1);
    Dataset collection =
        new CollectionDataset(
            "d",
            texts.get(16),
            new Source(texts.get(12), texts.get(13), Optional.of(texts.get(14)), 1, true),
            new Schedule("09:30", texts.get(15), 1),
            new TableSettings(
                "latest",
                "newest",
                1,
                texts,
                List.of(new Column("x", texts.get(17), texts.get(18), true)),
                true),
            new Limits(1, 1, 8),
            texts,
            texts,
            texts);
    Dataset source =
        new SourceDataset(
            "e",
            texts.get(26),
            texts.get(27),
            Optional.of(
                new Fetch(texts.get(28), true, Optional.empty(), Optional.of(texts.get(23)))),
            List.of(),
            "replace",
            texts,
            Optional.empty(),
            texts,
            texts,
            Map.of(
                texts.get(24) + "k", Map.of("link", texts.get(25), "max_mb", 1), "readers", texts));
    Path folder = Files.createDirectory(root.resolve("seed_" + seed));
    Folders.copy(root.resolve("modules"), folder.resolve("modules"));
    Files.writeString(
        folder.resolve("variables.tf"), "variable \"artifacts\" {\n  default = {}\n}\n");
    Files.writeString(
        folder.resolve("echo.tf"),
        """
        output "echo" {
          value = merge(
            module.platform.echo,
            module.push_platform.echo,
            module.users.echo,
            module.push["a"].echo,
            module.pull_b.echo,
            module.landing_platform.echo,
            module.landing["c"].echo,
            module.collection_platform.echo,
            module.collection["d"].echo,
            module.source_platform.echo,
            module.source["e"].echo,
          )
        }
        """);
    Workspace templates = Workspace.find(ExampleWorkspace.REPOSITORY);
    for (PlannedFile file :
        new RootModules(
                new Renderer(new TemplateEngine(templates::resource), platform),
                List.of(
                    new RootModules.Described(
                        texts.get(0), push, details(texts, DatasetState.SUSPENDED)),
                    new RootModules.Described(
                        texts.get(1) + "x", pull, details(texts, DatasetState.ACTIVE)),
                    new RootModules.Described(
                        texts.get(2) + "y", landing, details(texts, DatasetState.ACTIVE)),
                    new RootModules.Described(
                        texts.get(3) + "z", collection, details(texts, DatasetState.ACTIVE)),
                    new RootModules.Described(
                        texts.get(4) + "w", source, details(texts, DatasetState.ACTIVE))))
            .files(Layout.SINGLE, RenderScope.ALL, List.of())) {
      Files.writeString(folder.resolve(file.path()), file.render().content());
    }
  }

  private static Details details(List<String> texts, DatasetState state) {
    return new Details(
        state,
        Optional.of(texts.get(31)),
        Optional.of(texts.get(29)),
        Optional.of(texts.get(30)),
        Optional.of("former"));
  }

  private static List<String> reversed(List<String> texts) {
    List<String> reversed = new ArrayList<>(texts);
    Collections.reverse(reversed);
    return reversed;
  }

  /** The section of platform.yaml for landings. */
  private static Fields section(String bucket) {
    String yaml =
        "bucket: x\nextractor_image: x\ncurated_bucket: " + YamlText.quoted(bucket) + "\n";
    return Fields.of(YamlReader.read("platform.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  /** The section of platform.yaml for collections. */
  private static Fields collections(List<String> texts) {
    String yaml =
        "warehouse_bucket: %s\nsubnet_ids: [%s]\nkms_key_arns: [%s]\nstatus_table: %s\ndatabase: x\n"
            .formatted(texts.subList(8, 12).stream().map(YamlText::quoted).toArray());
    return Fields.of(YamlReader.read("platform.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  /** The section of platform.yaml for sources. */
  private static Fields sources(List<String> texts) {
    String yaml =
        """
        url: %s
        public_subnet_ids: [%s]
        readers_of_all: [%s]
        database: {instance_class: %s}
        bucket: x
        image: x
        certificate_arn: x
        vpc_id: x
        database_subnet_ids: [x]
        allowed_cidrs: [x]
        issuer: x
        client_id: x
        """
            .formatted(texts.subList(19, 23).stream().map(YamlText::quoted).toArray());
    return Fields.of(YamlReader.read("platform.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  /** Forty texts, put together from fragments and from any characters. */
  private static List<String> texts(Random random) {
    return Stream.generate(() -> text(random)).limit(40).toList();
  }

  private static String text(Random random) {
    return Stream.generate(
            () ->
                random.nextInt(4) > 0
                    ? FRAGMENTS[random.nextInt(FRAGMENTS.length)]
                    : Character.toString(anyCharacter(random)))
        .limit(1 + random.nextInt(6))
        .collect(Collectors.joining());
  }

  /** Any code point but half of a surrogate pair, which no UTF-8 file can hold. */
  private static int anyCharacter(Random random) {
    int point = random.nextInt(random.nextBoolean() ? 0x100 : Character.MAX_CODE_POINT + 1);
    return Character.getType(point) == Character.SURROGATE ? 'x' : point;
  }

  /** Terraform composes characters (NFC) in all its strings; that loses nothing a reader sees. */
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** A module that gives back what it gets. */
  private static void stub(String name, String... echoed) throws IOException {
    String all =
        """
        account_id region export_bucket artifacts recovery_days alarm_topic_arn users access name
        target_bucket target_account keep_files kms_key_arn platform push_platform bucket pull_arns allow_push
        bucket_versioning curated_bucket put_arns exclude_tables exclude_columns hash_columns schema_contract
        history_days max_age_hours landing_platform warehouse_bucket database subnet_ids security_group_ids
        key_service_secret_arn kms_key_arns status_table job source_bucket source_prefix source_kms_key_arn
        daily_at time_zone maximum_vcpu collection_platform url image certificate_arn vpc_id public_subnet_ids
        database_subnet_ids allowed_cidrs issuer client_id readers_of_all instance_class storage_gb multi_az config
        headers_secret stale_after_hours source_platform closed labels
        """;
    String variables =
        Arrays.stream(all.strip().split("\\s+", -1))
            .map(variable -> "variable \"" + variable + "\" {\n  default = null\n}\n")
            .collect(Collectors.joining());
    String echo =
        Arrays.stream(echoed)
            .map(variable -> "    " + variable + " = var." + variable + "\n")
            .collect(Collectors.joining("", "output \"echo\" {\n  value = {\n", "  }\n}\n"));
    String others =
        """
        output "partition" {
          value = "aws"
        }
        output "region" {
          value = ""
        }
        output "account_id" {
          value = ""
        }
        output "role_arn" {
          value = ""
        }
        output "bucket" {
          value = ""
        }
        output "address" {
          value = ""
        }
        """;
    Path module = Files.createDirectories(root.resolve("modules").resolve(name));
    Files.writeString(module.resolve("main.tf"), variables + echo + others);
  }
}
