package io.exportctl.landing.extractor.support;

import io.exportctl.landing.extractor.run.Options;
import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.exportctl.landing.extractor.source.Selection;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Encoding;
import java.time.Duration;
import java.util.List;

/** Options of an extraction with short waits, to be changed one by one. */
public record TestOptions(
    DatabaseSettings database,
    Selection selection,
    Encoding encoding,
    Compression compression,
    long partBytes,
    int maxRowBytes,
    Duration yieldAfter) {

  public static TestOptions of(TestDatabase database) {
    return new TestOptions(
        database.settings(),
        new Selection(List.of("public"), List.of("*"), List.of(), List.of(), List.of()),
        Encoding.EXACT,
        Compression.ZSTD,
        1 << 20,
        1 << 20,
        Duration.ofMinutes(1));
  }

  public TestOptions with(Selection other) {
    return new TestOptions(
        database, other, encoding, compression, partBytes, maxRowBytes, yieldAfter);
  }

  public TestOptions with(Encoding other) {
    return new TestOptions(
        database, selection, other, compression, partBytes, maxRowBytes, yieldAfter);
  }

  public TestOptions with(Compression other) {
    return new TestOptions(
        database, selection, encoding, other, partBytes, maxRowBytes, yieldAfter);
  }

  public TestOptions with(DatabaseSettings other) {
    return new TestOptions(
        other, selection, encoding, compression, partBytes, maxRowBytes, yieldAfter);
  }

  public TestOptions partBytes(long bytes) {
    return new TestOptions(
        database, selection, encoding, compression, bytes, maxRowBytes, yieldAfter);
  }

  public TestOptions yieldAfter(Duration time) {
    return new TestOptions(
        database, selection, encoding, compression, partBytes, maxRowBytes, time);
  }

  public Options options() {
    return new Options(
        "case_notes_dev",
        database,
        selection,
        "0123456789abcdef0123456789abcdef",
        encoding,
        compression,
        2,
        partBytes,
        maxRowBytes,
        Duration.ofMinutes(5),
        yieldAfter,
        Duration.ofMillis(10));
  }
}
