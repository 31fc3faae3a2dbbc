package io.exportctl.source.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  private static final String UPLOAD = "name: s\nschema: a.b\nupload: {by: [x]}\n";

  @TempDir Path folder;

  private static ConfigReader.Reading read(String text) {
    return ConfigReader.read("s.yaml", text);
  }

  @Test
  @DisplayName("S18: a file that is broken keeps its source, one that is removed ends it")
  void keepsTheLastGoodSource() throws Exception {
    Path file = folder.resolve("s.yaml");
    Files.writeString(file, UPLOAD);
    Catalogue catalogue = new Catalogue(folder);
    assertThat(catalogue.reload()).isEmpty();
    Files.writeString(file, UPLOAD + "newer_key: 1\n");

    assertThat(catalogue.reload())
        .containsExactly("s.yaml:4: \"newer_key\" is not a key that this program knows");
    assertThat(catalogue.get("s").table()).hasToString("a.b/L0");
    Files.writeString(file, "{");
    assertThat(catalogue.reload()).containsExactly("s.yaml: the file is neither YAML nor JSON");
    assertThat(catalogue.all()).hasSize(1);
    Files.delete(file);
    assertThat(catalogue.reload()).isEmpty();
    assertThat(catalogue.all()).isEmpty();
  }

  @Test
  void refusesTwoSourcesOfOneTable() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), UPLOAD);
    Files.writeString(folder.resolve("b.yaml"), UPLOAD.replace("name: s", "name: t"));

    assertThat(new Catalogue(folder).reload())
        .containsExactly("b.yaml: another file has the same name or the same table");
  }

  @Test
  void readsJsonAsItReadsYaml() {
    ConfigReader.Reading json =
        read("{\"name\": \"s\", \"schema\": \"a.b\", \"upload\": {\"by\": [\"x\"]}}");

    assertThat(json.config()).isEqualTo(read(UPLOAD).config());
  }

  @Test
  void readsEveryKeyOfAFetchedSource() {
    ConfigReader.Reading reading =
        read(
            """
            name: hmrc_exporters
            schema: hmrc.exporters
            table: L1
            fetch:
              page: https://example.org/data/
              list: html
              link: '/exporters(?P<date>\\d{4})\\.zip$'
              address: https://example.org/media/exporters{date}.zip
              date_format: yyMM
              store_as: exporters{date}.zip
              files: new
              since: 2024-01-01
              schedule: "0 2 * * *"
              headers_secret: store/hmrc
              max_mb: 2048
            unpack: {depth: 2, member: '\\.txt$'}
            parse:
              encoding: x-MacRoman
              delimiter: tab
              quote: none
              header: [month, name, a, b, codes]
              null_values: ["", "NULL"]
              short_rows: skip
              long_rows: join
              max_rejected: 0
            mode: incremental
            columns:
              - {name: datetime, from: month, type: timestamp, format: yyyyMM, required: true}
              - {name: company_name, from: name, type: text, clean: [trim, lower]}
              - {name: address, from: [a, b], clean: [trim, lower, empty_to_null], pattern: x}
              - {name: item_codes, from: codes, type: "text[]", split: ","}
            expect: {min_rows: 1000, max_shrink_percent: 20}
            stale_after_hours: 48
            readers: [data-flow]
            aliases:
              - {path: get-hmrc-exporters, camel_case: true, include_id: false}
              - {path: get-hmrc-exporter, by: company_name, ignore: [case, spaces]}
            notify: {airflow: DSSGenericPipeline}
            users: [alpha_user_one]
            paperwork: https://example.org/dsa
            review_by: 2028-03-31
            """);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.config().orElseThrow().columns()).hasSize(4);
  }

  @Test
  void tellsAllFaultsAtOnce() {
    assertThat(
            read("""
                    name: 9
                    schema: A
                    fetch: {url: http://example.org, since: x, max_mb: 0, files: some}
                    parse: {encoding: klingon, delimiter: abcde, quote: x}
                    mode: snapshot
                    id: a
                    columns: [{name: id}, {name: a, type: date, format: q}, {name: a, split: ","}]
                    notify: {}
                    aliases: [{path: A, by: ctid}]
                    """)
                .problems())
        .containsExactly(
            "s.yaml:1: \"name\" is not a name of a-z, 0-9 and _ of at most 40 characters",
            "s.yaml:2: \"schema\" is not a name such as organisation.dataset",
            "s.yaml:3: \"fetch.url\" is not an https:// address",
            "s.yaml:3: \"fetch.files\" is not one of new, all, newest",
            "s.yaml:3: \"fetch.since\" is not a date such as 2024-01-31",
            "s.yaml:3: \"fetch.max_mb\" is not a number from 1 to 100000",
            "s.yaml:4: \"parse.quote\" is neither \" nor none",
            "s.yaml:4: \"parse.encoding\" is not an encoding, such as windows-1252 or x-MacRoman",
            "s.yaml:4: \"parse.delimiter\" is not comma, semicolon, tab, pipe, or 1 to 4 characters",
            "s.yaml:6: \"id\" belongs to mode: replace",
            "s.yaml:7: \"columns[0].name\" is not a name of a-z, 0-9 and _, is too long, or reserved",
            "s.yaml:7: \"columns[1].format\" does not fit: \"q\" is not a format: write day_first,"
                + " month_first, or letters such as yyyy-MM-dd HH:mm",
            "s.yaml:7: \"columns[2].name\" stands twice",
            "s.yaml:7: \"columns[2].split\" belongs to the type text[], which needs it",
            "s.yaml:8: \"notify.airflow\" or webhook is needed, and not both",
            "s.yaml:9: \"aliases[0].path\" is not a path of a-z, 0-9 and -",
            "s.yaml:9: \"aliases[0].by\" is not the name of a column");
  }
}
