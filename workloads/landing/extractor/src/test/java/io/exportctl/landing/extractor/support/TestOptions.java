package io.exportctl.landing.extractor.support;

import io.exportctl.landing.extractor.run.Options;
import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.exportctl.landing.extractor.source.Selection;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Encoding;
import java.time.Duration;
import java.util.List;

/** Options of an extraction with short waits, to be changed one by one. */
public record TestOptions(Options options) {

  public static TestOptions of(TestDatabase database) {
    return new TestOptions(
        new Options(
            "case_notes_dev",
            database.settings(),
            new Selection(List.of("public"), List.of("*"), List.of(), List.of(), List.of()),
            "0123456789abcdef0123456789abcdef",
            Encoding.EXACT,
            Compression.ZSTD,
            2,
            1 << 20,
            1 << 20,
            true,
            new Options.Times(
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMillis(20),
                Duration.ofMillis(20))));
  }

  public TestOptions with(Selection selection) {
    return changed(selection, options.encoding(), options.compression());
  }

  public TestOptions with(Encoding encoding) {
    return changed(options.selection(), encoding, options.compression());
  }

  public TestOptions with(Compression compression) {
    return changed(options.selection(), options.encoding(), compression);
  }

  public TestOptions with(DatabaseSettings database) {
    return new TestOptions(
        options(
            database,
            options.selection(),
            options.encoding(),
            options.compression(),
            options.partBytes(),
            options.times()));
  }

  public TestOptions partBytes(long bytes) {
    return new TestOptions(
        options(
            options.database(),
            options.selection(),
            options.encoding(),
            options.compression(),
            bytes,
            options.times()));
  }

  public TestOptions yieldAfter(Duration time) {
    Options.Times it = options.times();
    return with(new Options.Times(it.max(), time, it.lock(), it.retryPause(), it.progress()));
  }

  public TestOptions lock(Duration time) {
    Options.Times it = options.times();
    return with(new Options.Times(it.max(), it.yieldAfter(), time, it.retryPause(), it.progress()));
  }

  public TestOptions max(Duration time) {
    Options.Times it = options.times();
    return with(
        new Options.Times(time, it.yieldAfter(), it.lock(), it.retryPause(), it.progress()));
  }

  private TestOptions with(Options.Times times) {
    return new TestOptions(
        options(
            options.database(),
            options.selection(),
            options.encoding(),
            options.compression(),
            options.partBytes(),
            times));
  }

  private TestOptions changed(Selection selection, Encoding encoding, Compression compression) {
    return new TestOptions(
        options(
            options.database(),
            selection,
            encoding,
            compression,
            options.partBytes(),
            options.times()));
  }

  private Options options(
      DatabaseSettings database,
      Selection selection,
      Encoding encoding,
      Compression compression,
      long partBytes,
      Options.Times times) {
    return new Options(
        options.dataset(),
        database,
        selection,
        options.hashKey(),
        encoding,
        compression,
        options.connections(),
        partBytes,
        options.maxRowBytes(),
        options.eventLog(),
        times);
  }
}
