package io.exportctl.collection.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceListingTest {

  private static final LocalDate DATE = LocalDate.parse("2027-01-01");

  @TempDir private Path folder;

  @Test
  void listsTheFolderOfTheDayBeforeAndNothingHidden() throws Exception {
    for (String file : new String[] {"b.gz", "sub/a.gz", "_SUCCESS", ".hidden/c.gz", ".d"}) {
      write("x/2026/12/31/claim/" + file);
    }
    write("x/2026/12/30/claim/other.gz");
    write("x/2026/12/31/claims/other.gz");

    assertThat(listing("x/{year}/{month}/{day}/claim/").list(DATE).files())
        .extracting(SourceFile::name)
        .containsExactly("x/2026/12/31/claim/b.gz", "x/2026/12/31/claim/sub/a.gz");
  }

  @Test
  void takesTheEndOfAPrefixForTheBeginningOfNames() throws Exception {
    write("x/2026-12-31/claim_1.gz");
    write("x/2026-12-31/other_1.gz");

    assertThat(listing("x/{year}-{month}-{day}/claim_").list(DATE).files())
        .extracting(SourceFile::name)
        .containsExactly("x/2026-12-31/claim_1.gz");
  }

  @Test
  @DisplayName("26: lists files with hostile names")
  void listsHostileNames() throws Exception {
    String[] names = {
      "it's.gz", "a b.gz", "$(x).gz", "\ud83d\ude00.gz", "%2F.gz", "{a}.gz", "*.gz"
    };
    for (String name : names) {
      write("x/" + name);
    }

    Manifest manifest = listing("x/").list(DATE);

    assertThat(manifest.files())
        .extracting(it -> it.name().substring(2))
        .containsExactlyInAnyOrder(names);
    for (SourceFile file : manifest.files()) {
      try (var in = SourceStreams.open(new Configuration(), file)) {
        assertThat(in.read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void changesItsDigestWithEachFile() throws Exception {
    write("x/a.gz");
    String before = listing("x/").list(DATE).digest();
    assertThat(listing("x/").list(DATE).digest()).isEqualTo(before);

    Files.writeString(folder.resolve("x/a.gz"), "more");
    String after = listing("x/").list(DATE).digest();

    assertThat(after).isNotEqualTo(before);
  }

  @Test
  @DisplayName("25: names a source that does not exist")
  void namesAMissingSource() {
    SourceListing listing =
        new SourceListing(new Configuration(), "file:" + folder.resolve("no"), "x/", 1);

    assertThatThrownBy(() -> listing.list(DATE))
        .hasMessage("the source 'file:%s/no' does not exist; check the name", folder);
    assertThat(listing("nothing/").list(DATE).files()).isEmpty();
  }

  @Test
  @DisplayName("8: reads the number of lines in a file's name")
  void readsOffsets() {
    assertThat(NamedOffsets.lines("x/core.claim_4_10-19.json.gz")).hasValue(10);
    assertThat(NamedOffsets.lines("core.claim_0_7-7")).hasValue(1);
    assertThat(NamedOffsets.lines("core.claim_0_9-7.json.gz")).isEmpty();
    assertThat(NamedOffsets.lines("core.claim.json.gz")).isEmpty();
  }

  private SourceListing listing(String prefix) {
    return new SourceListing(new Configuration(), "file:" + folder, prefix, 1);
  }

  private void write(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[0]);
  }
}
