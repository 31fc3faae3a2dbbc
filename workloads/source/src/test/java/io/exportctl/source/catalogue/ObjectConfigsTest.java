package io.exportctl.source.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.s3.FaultS3;
import io.exportctl.source.objects.S3Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Files of sources in a bucket, as Terraform writes them. */
class ObjectConfigsTest {

  private static final String TEXT =
      "{\"//\":\"Rendered\",\"name\":\"%s\",\"schema\":\"org.%s\",\"paperwork\":\"x\","
          + "\"upload\":{\"by\":[\"x\"]},\"expect\":{\"min_rows\":%s}}";

  private final FaultS3 s3 = FaultS3.create();
  private final Catalogue catalogue =
      new Catalogue(new ObjectConfigs(new S3Objects(s3, FaultS3.EXPORT), "config/sources/"));

  private void write(String name, String rows) {
    s3.write("config/sources/" + name + ".json", TEXT.formatted(name, name, rows));
  }

  private int rows(String name) {
    return catalogue.get(name).expect().minRows().orElseThrow();
  }

  @Test
  void readsTheObjectsOfTheFolder() {
    write("a", "1");
    s3.write("config/sources/old/b.json", "{}");
    s3.write("config/sources/notes.txt", "x");

    assertThat(catalogue.reload()).isEmpty();
    assertThat(catalogue.all()).extracting(SourceConfig::name).containsExactly("a");
  }

  @Test
  @DisplayName("S18: an object that is broken, of a newer program, or removed")
  void keepsTheLastGoodSource() {
    write("a", "1");
    write("b", "1");
    catalogue.reload();
    write("a", "2, \"newer\": 1");
    s3.mark("config/sources/b.json");

    assertThat(catalogue.reload())
        .containsExactly("a.json:1: \"expect.newer\" is not a key that this program knows");
    assertThat(rows("a")).isEqualTo(1);
    assertThat(catalogue.all()).hasSize(1);
    write("a", "3");
    assertThat(catalogue.reload()).isEmpty();
    assertThat(rows("a")).isEqualTo(3);
  }

  @Test
  @DisplayName("S14, S18: the bucket is down when the sources are read again; all stay as they are")
  void keepsAllSourcesIfTheBucketIsDown() {
    write("a", "1");
    catalogue.reload();
    write("a", "2");
    s3.fail("ListObjectsV2", 1, SdkClientException.create("down"));
    assertThatThrownBy(catalogue::reload)
        .hasMessage("the files of the sources cannot be listed; check STORE_DATASETS");
    assertThat(rows("a")).isEqualTo(1);
    s3.fail("GetObject", 1, SdkClientException.create("down"));
    assertThat(catalogue.reload()).containsExactly("a.json: the file cannot be read as UTF-8");
    assertThat(rows("a")).isEqualTo(1);
    catalogue.reload();
    assertThat(rows("a")).isEqualTo(2);
  }
}
