package io.exportctl.source.web.api;

import static io.exportctl.source.support.TestStore.source;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.hawk.HawkClient;
import io.exportctl.source.load.Loader;
import io.exportctl.source.support.TestApi;
import io.exportctl.source.support.TestStore;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API over HTTP on a real database. */
class ApiTest {

  private static final String TYPES =
      "columns: [{name: n, type: bigint}, {name: d, type: numeric}, {name: b, type: boolean},"
          + " {name: t, type: timestamp}, {name: day, type: date}, {name: l, type: 'text[]', split: ' '},"
          + " {name: text_x}]";

  /** Walks for each mode; the profile nightly makes more. */
  private static final int SCHEDULES = Integer.getInteger("source.schedules", 8);

  private static final String[] WALKED = {"columns: [{name: v}]"};

  @TempDir static Path folder;
  private static TestStore store;
  private static TestApi api;

  @BeforeAll
  static void start() throws Exception {
    store = TestStore.create(folder);
    api = TestApi.start(store, folder);
    load(
        "types",
        """
        n,d,b,t,day,l,text_x
        3000000000,3.10,True,2016-01-01 00:00,2016-02-29,a b,"say ""é""
        2"
        NULL,,,,,,
        """,
        TYPES,
        "aliases: [{path: get-missing, by: gone},"
            + " {path: get-types, camel_case: true, include_id: false},"
            + " {path: get-type, by: text_x, ignore: [case, spaces]}]");
    load("rows", numbered("a", 2500), WALKED);
    api.add("never", WALKED[0], "aliases: [{path: get-never}]");
    store.loader().load(source("never", WALKED), Loader.Request.USUAL);
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
    store.close();
  }

  private static SourceConfig load(String name, String text, String... keys) throws Exception {
    api.add(name, keys);
    SourceConfig config = source(name, keys);
    store.arrive(config, "2024-01-01", text);
    assertThat(store.load(config).get(0).failure()).isEmpty();
    return config;
  }

  private static String numbered(String letter, int rows) {
    return "v\n"
        + IntStream.rangeClosed(1, rows)
            .mapToObj(it -> letter + it + "\n")
            .collect(Collectors.joining());
  }

  @Test
  void servesRowsAsArrays() throws Exception {
    assertThat(api.read("/api/v1/table-data/org.types/L1"))
        .isEqualTo(
            "200 {\"headers\":[\"id\",\"data_source_row_id\",\"n\",\"d\",\"b\",\"t\",\"day\",\"l\",\"text_x\"],"
                + "\"values\":[[1,1,3000000000,3.10,true,\"2016-01-01T00:00:00\",\"2016-02-29\",[\"a\",\"b\"],\"say \\\"é\\\"\\n2\"],"
                + "[2,2,null,null,null,null,null,null,null]],\"next\":null}");
  }

  @Test
  void servesRowsAsObjects() throws Exception {
    assertThat(api.read("/api/v1/table-data/org.types/L1/?orientation=records"))
        .isEqualTo(
            "200 {\"results\":[{\"id\":1,\"data_source_row_id\":1,\"n\":3000000000,\"d\":3.10,\"b\":true,"
                + "\"t\":\"2016-01-01T00:00:00\",\"day\":\"2016-02-29\",\"l\":[\"a\",\"b\"],\"text_x\":\"say \\\"é\\\"\\n2\"},"
                + "{\"id\":2,\"data_source_row_id\":2,\"n\":null,\"d\":null,\"b\":null,\"t\":null,\"day\":null,\"l\":null,\"text_x\":null}],"
                + "\"next\":null}");
  }

  @Test
  void tellsTheStructure() throws Exception {
    assertThat(api.read("/api/v1/table-structure/org.types/L1"))
        .isEqualTo(
            "200 {\"columns\":["
                + Stream.of(
                        "id INTEGER",
                        "data_source_row_id INTEGER",
                        "n BIGINT",
                        "d NUMERIC",
                        "b BOOLEAN",
                        "t TIMESTAMP",
                        "day DATE",
                        "l TEXT[]",
                        "text_x TEXT")
                    .map(it -> it.split(" ", -1))
                    .map(it -> "{\"name\":\"" + it[0] + "\",\"type\":\"" + it[1] + "\"}")
                    .collect(Collectors.joining(","))
                + "]}");
  }

  @Test
  void tellsTheVersion() throws Exception {
    Map<String, Object> version = api.page("/api/v1/table-version/org.rows/L1");

    assertThat(version)
        .containsEntry("rows", 2500L)
        .containsEntry("file", "file-2024-01-01.csv")
        .containsKeys("version", "loaded_at");
  }

  @Test
  void exportsAWholeVersion() throws Exception {
    HttpResponse<byte[]> reply = api.get("reader", "/api/v1/table-export/org.rows/L1?format=csv");

    assertThat(new String(reply.body(), UTF_8).lines())
        .hasSize(2501)
        .startsWith("id,data_source_row_id,v", "1,1,a1")
        .endsWith("2500,2500,a2500");
    assertThat(api.read("/api/v1/table-export/org.rows/L1?format=xml")).startsWith("400 ");
    assertThat(api.get("stranger", "/api/v1/table-export/org.rows/L1").statusCode()).isEqualTo(403);
  }

  @Test
  void exportsAsLinesOfJson() throws Exception {
    HttpResponse<byte[]> reply =
        api.get("reader", "/api/v1/table-export/org.types/L1?format=ndjson");
    String page = api.read("/api/v1/table-data/org.types/L1?orientation=records");

    List<String> lines = new String(reply.body(), UTF_8).lines().toList();
    assertThat(reply.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    assertThat(lines).isNotEmpty();
    assertThat(page).isEqualTo("200 {\"results\":[" + String.join(",", lines) + "],\"next\":null}");
  }

  @Test
  void findsRowsOfAliasesByAnIndex() throws Exception {
    assertThat(
            store
                .database()
                .query("select indexdef from pg_indexes where indexdef like '%USING hash%'"))
        .isNotEmpty()
        .allMatch(it -> it.contains("text_x"));
  }

  @Test
  void tellsThatAnAliasNamesAMissingColumn() throws Exception {
    assertThat(api.read("/api/v1/get-missing/?gone=1"))
        .isEqualTo("400 {\"error\":\"the table has no column gone\"}");
  }

  @Test
  void servesAliases() throws Exception {
    assertThat(api.read("/api/v1/get-types/?orientation=records"))
        .startsWith("200 {\"results\":[{\"n\":3000000000,")
        .contains("\"textX\":\"say");
    assertThat(api.read("/api/v1/get-type/?text_x=SAY%22%C3%A9%22%0A2"))
        .startsWith("200 {\"id\":1,");
    assertThat(api.read("/api/v1/get-type/?text_x=other")).isEqualTo("404 {}");
    assertThat(api.read("/api/v1/get-never/?orientation=records"))
        .isEqualTo("200 {\"results\":[],\"next\":null}");
  }

  private static List<String> walk(String first, Runnable between) throws Exception {
    List<String> values = new ArrayList<>();
    String path = first;
    while (!path.isEmpty()) {
      Map<String, Object> page = api.page(path);
      for (Object row : (List<?>) page.get("results")) {
        values.add(((Map<?, ?>) row).get("v").toString());
      }
      path = page.get("next") instanceof String next ? next.replace(TestApi.PUBLIC, "") : "";
      between.run();
    }
    return values;
  }

  @Test
  void walksOverPages() throws Exception {
    assertThat(walk("/api/v1/table-data/org.rows/L1?orientation=records", () -> {}))
        .isEqualTo(IntStream.rangeClosed(1, 2500).mapToObj(it -> "a" + it).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"replace", "incremental", "snapshot"})
  @DisplayName("S16: a walk over pages shows one version, whatever is loaded meanwhile")
  void showsOneVersionInAWalk(String mode) throws Exception {
    String name = "walk_" + mode;
    String[] keys = {"mode: " + mode, WALKED[0]};
    SourceConfig config = load(name, "v\nr1\nr2\nr3\nr4\nr5\nr6\nr7\n", keys);
    Random random = new Random(18);
    int[] day = {1};
    for (int schedule = 0; schedule < SCHEDULES; schedule++) {
      List<String> expected =
          store.rows(config).stream().map(it -> it.replaceAll("\\(\\d+,|\\)", "")).toList();
      int size = 1 + expected.size() * random.nextInt(1, 5) / 8;
      List<String> walked =
          walk(
              "/api/v1/table-data/org." + name + "/L1?orientation=records&page-size=" + size,
              () -> reload(config, random, day));

      assertThat(walked).as("schedule %d", schedule).isEqualTo(expected);
    }
  }

  private static void reload(SourceConfig config, Random random, int[] day) {
    if (random.nextInt(6) != 0 || day[0] > 60) {
      return;
    }
    try {
      day[0]++;
      String text =
          "v\n"
              + IntStream.range(0, 7)
                  .mapToObj(it -> "r" + random.nextInt(12) + "\n")
                  .distinct()
                  .collect(Collectors.joining());
      store.arrive(
          config,
          Instant.ofEpochSecond(day[0] * 86_400L)
              .toString()
              .substring(0, 10)
              .replace("1970", "2025"),
          text);
      store.load(config);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("S16: a version that was dropped is gone, and never mixed")
  void tellsThatAVersionIsGone() throws Exception {
    SourceConfig config = load("gone", "v\na\nb\n", WALKED);
    String next =
        api.page("/api/v1/table-data/org.gone/L1?orientation=records&page-size=1")
            .get("next")
            .toString()
            .replace(TestApi.PUBLIC, "");
    store
        .database()
        .execute("update operations.load set dropped_at = now() where dataset = 'gone'");

    assertThat(api.read(next)).isEqualTo("410 {\"error\":\"the version is gone; begin again\"}");
    assertThat(config.name()).isEqualTo("gone");
    assertThat(api.read("/api/v1/table-data/org.gone/L1?version=999999")).isEqualTo("404 {}");
  }

  @ParameterizedTest
  @DisplayName("S32: parameters and tables that are wrong")
  @CsvSource({
    "400, org.rows/L1?next-id=abc",
    "400, org.rows/L1?next-id=-1",
    "400, org.rows/L1?next-id=9223372036854775808",
    "200, org.rows/L1?next-id=9223372036854775807",
    "400, org.rows/L1?page-size=0",
    "400, org.rows/L1?page-size=10001",
    "400, org.rows/L1?orientation=x",
    "400, org.rows/L1?version=0",
    "400, org.rows/L1?next-id=1&next-id=2",
    "404, public.hawk_client/L1",
    "404, operations/hawk_client",
    "404, pg_catalog/pg_class",
    "404, data/t1",
    "404, a%22b/L1",
    "404, ../L1",
    "404, org.rows/l1",
    "404, org.never/L1"
  })
  void refusesWrongParameters(int status, String rest) throws Exception {
    String path = "/api/v1/table-data/" + rest;

    assertThat(api.get("reader", path).statusCode()).isEqualTo(status);
  }

  @Test
  void refusesOtherReaders() throws Exception {
    HttpResponse<byte[]> reply = api.get("stranger", "/api/v1/table-data/org.rows/L1");

    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(new String(reply.body(), UTF_8))
        .isEqualTo("{\"error\":\"the client is not a reader of this table\"}");
  }

  @Test
  void servesAllTablesToReadersOfAll() throws Exception {
    assertThat(api.get("auditor", "/api/v1/table-data/org.rows/L1").statusCode()).isEqualTo(200);
    assertThat(api.get("auditor", "/api/v1/table-export/org.rows/L1").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesWhoDoesNotSign() throws Exception {
    HttpResponse<byte[]> none = api.send("/api/v1/table-data/org.rows/L1");
    HttpResponse<byte[]> malformed =
        api.send("/api/v1/table-data/org.rows/L1", "Authorization", "Hawk x");

    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Hawk");
    assertThat(none.body()).isEmpty();
    assertThat(malformed.statusCode()).isEqualTo(400);
    api.clients().add("off", TestApi.KEY, "test");
    api.clients().disable("off");
    assertThat(api.get("off", "/api/v1/table-data/org.rows/L1").statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("S29: a request that is sent from 20 threads at once is answered once")
  void refusesAReplay() throws Exception {
    String path = "/api/v1/table-version/org.rows/L1";
    String header =
        HawkClient.of(
                "reader",
                TestApi.KEY,
                "GET",
                URI.create(TestApi.PUBLIC + path),
                Instant.now().getEpochSecond(),
                "once")
            .header();
    List<CompletableFuture<Integer>> replies =
        IntStream.range(0, 20)
            .mapToObj(it -> CompletableFuture.supplyAsync(() -> status(path, header)))
            .toList();

    assertThat(replies.stream().map(CompletableFuture::join).filter(it -> it == 200)).hasSize(1);
    assertThat(replies.stream().map(CompletableFuture::join).filter(it -> it == 401)).hasSize(19);
  }

  private static int status(String path, String header) {
    try {
      return api.send(path, "Authorization", header).statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("S33: 500 columns")
  void servesManyColumns() throws Exception {
    String header =
        IntStream.range(0, 500).mapToObj(it -> "c" + it).collect(Collectors.joining(","));
    String cells =
        IntStream.range(0, 500).mapToObj(Integer::toString).collect(Collectors.joining(","));
    load("wide", header + "\n" + cells + "\n");

    assertThat(api.read("/api/v1/table-data/org.wide/L1")).contains("\"498\",\"499\"]]");
    assertThat(api.read("/api/v1/table-data/org.wide/L1?orientation=records"))
        .contains("\"c499\":\"499\"}]");
  }

  @Test
  @DisplayName("S33: rows of many megabytes make a page shorter")
  void makesAPageShorterForLargeRows() throws Exception {
    String cell = "x".repeat(1_000_000);
    String row = IntStream.range(0, 20).mapToObj(it -> cell).collect(Collectors.joining(","));
    String header =
        IntStream.range(0, 20).mapToObj(it -> "c" + it).collect(Collectors.joining(","));
    load("large", header + "\n" + row + "\n" + row + "\n");

    Map<String, Object> page = api.page("/api/v1/table-data/org.large/L1?orientation=records");

    assertThat((List<?>) page.get("results")).hasSize(1);
    assertThat(page.get("next").toString()).contains("next-id=2");
  }

  @Test
  void tellsItsHealthWithoutASignature() throws Exception {
    for (String path :
        List.of("/healthcheck", "/healthcheck/", "/healthcheck/live", "/healthcheck/ready")) {
      HttpResponse<byte[]> reply = api.send(path);
      assertThat(new String(reply.body(), UTF_8)).isEqualTo("{\"status\":\"OK\"}");
    }
    assertThat(api.send("/").statusCode()).isEqualTo(404);
  }

  @Test
  void logsNoSecretsAndNoCells() throws Exception {
    api.read("/api/v1/table-data/org.types/L1?next-id=2");

    assertThat(api.log())
        .contains("\"client\":\"reader\"")
        .doesNotContain(TestApi.KEY, "mac=", "say");
    assertThat(store.database().query("select sealed_key::text from operations.hawk_client"))
        .noneMatch(it -> it.contains(TestApi.KEY));
  }

  @Test
  @DisplayName("S38: 200 requests at once are all answered, with 200 or 503")
  void answersManyRequestsAtOnce() throws Exception {
    List<CompletableFuture<Integer>> replies = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(200);
    try {
      for (int i = 0; i < 200; i++) {
        replies.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return api.get("reader", "/api/v1/table-data/org.rows/L1").statusCode();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                },
                threads));
      }

      assertThat(replies.stream().map(CompletableFuture::join).distinct().toList())
          .isSubsetOf(200, 503);
    } finally {
      threads.shutdown();
    }
    assertThat(api.get("reader", "/api/v1/table-data/org.rows/L1").statusCode()).isEqualTo(200);
  }
}
