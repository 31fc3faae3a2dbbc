package io.exportctl.landing.extractor.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import io.exportctl.landing.extractor.run.Extraction;
import io.exportctl.landing.extractor.run.Log;
import io.exportctl.landing.extractor.run.Stop;
import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.sink.FolderDestination;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.Part;
import io.exportctl.landing.format.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** An extraction into a folder, and the lines of its part files. */
public record Extracted(Path folder, Manifest manifest) {

  private static final Instant NOW = Instant.parse("2026-08-01T01:00:00Z");

  public static Extraction extraction(TestOptions options, Destination destination) {
    return extraction(options, destination, new Stop());
  }

  public static Extraction extraction(TestOptions options, Destination destination, Stop stop) {
    return extraction(options, destination, stop, OutputStream.nullOutputStream());
  }

  public static Extraction extraction(
      TestOptions options, Destination destination, Stop stop, OutputStream log) {
    PrintStream lines = new PrintStream(log, true, UTF_8);
    return new Extraction(
        options.options(),
        destination,
        () -> NOW,
        stop,
        new Log(lines, () -> NOW, Optional.empty()));
  }

  public static Extracted to(Path folder, TestOptions options) {
    return new Extracted(folder, extraction(options, new FolderDestination(folder)).run());
  }

  public Table table(String name) {
    return manifest.tables().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the lines of a table, in the order of its parts. */
  public List<String> lines(String table) {
    List<String> lines = new ArrayList<>();
    for (Part part : table(table).parts()) {
      try {
        byte[] stored = Files.readAllBytes(folder.resolve(part.key()));
        new String(expanded(stored), UTF_8).lines().forEach(lines::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lines;
  }

  private byte[] expanded(byte[] stored) throws IOException {
    InputStream in = new ByteArrayInputStream(stored);
    if (manifest.compression() == Compression.NONE) {
      return stored;
    }
    boolean zstd = manifest.compression() == Compression.ZSTD;
    try (InputStream expanded = zstd ? new ZstdInputStream(in) : new GZIPInputStream(in)) {
      return expanded.readAllBytes();
    }
  }

  /** Returns the names of all files below a folder, sorted. */
  public static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(it -> folder.relativize(it).toString())
          .sorted()
          .toList();
    }
  }
}
