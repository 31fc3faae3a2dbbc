package io.exportctl.landing.loader;

import com.github.luben.zstd.ZstdIOException;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Part;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Converts a part to a Parquet file, and then marks it as done. The mark holds the numbers of
 * values that became null, one {@code column=count} a line.
 */
final class PartLoader {

  private final S3Bucket landing;
  private final S3Bucket curated;
  private final Path workFolder;
  private final Converter converter;

  /**
   * Creates a loader of parts.
   *
   * @param workFolder folder for temporary files
   */
  PartLoader(S3Bucket landing, S3Bucket curated, Path workFolder, Converter converter) {
    this.landing = landing;
    this.curated = curated;
    this.workFolder = workFolder;
    this.converter = converter;
  }

  /**
   * Loads a part, unless it is marked.
   *
   * @throws RefusedException if it is not as its manifest says
   * @throws IOException if the files cannot be written or read
   * @throws SQLException if DuckDB fails
   */
  void load(Extraction extraction, int index) throws IOException, SQLException, RefusedException {
    if (curated.size(extraction.mark(index)).isPresent()) {
      return;
    }
    Path folder = Files.createTempDirectory(workFolder, "part");
    try {
      load(extraction, index, folder);
    } finally {
      delete(folder);
    }
  }

  private void load(Extraction extraction, int index, Path folder)
      throws IOException, SQLException, RefusedException {
    Extraction.LoadedPart loaded = extraction.parts().get(index);
    String table = loaded.table().tableName();
    Part part = loaded.part();
    Compression compression = extraction.manifest().compression();
    List<LoadedColumn> columns = LoadedColumn.of(loaded.table());

    Path stored = folder.resolve("part");
    S3Bucket.Download download = landing.download(extraction.key(part.key()), stored);
    if (download.bytes() != part.bytes() || !download.sha256().equals(part.sha256())) {
      throw corrupt(loaded, "the bytes are not those that the manifest describes");
    }
    CheckedPart checked = check(loaded, compression, columns, stored);
    if (checked.result().rows() != part.rows()) {
      throw new RefusedException(
          Reason.of(
              ReasonId.ROW_COUNT,
              table,
              "%d rows, the manifest says %d".formatted(checked.result().rows(), part.rows())));
    }
    Path parquet = folder.resolve("part.parquet");
    long written = converter.convert(checked, columns, parquet);
    if (written != part.rows()) {
      throw new IllegalStateException(
          "%d of %d rows were converted".formatted(written, part.rows()));
    }
    curated.upload(
        extraction.parquetKey(index),
        parquet,
        Map.of("source-sha256", part.sha256(), "rows", Long.toString(written)));
    curated.write(extraction.mark(index), lines(checked.result().nulled()));
  }

  private static CheckedPart check(
      Extraction.LoadedPart loaded,
      Compression compression,
      List<LoadedColumn> columns,
      Path stored)
      throws IOException, RefusedException {
    try (InputStream file = Files.newInputStream(stored);
        InputStream plain = Decompression.open(compression, file);
        BoundedStream json = new BoundedStream(plain, loaded.part().jsonBytes())) {
      CheckedPart part =
          CheckedPart.of(loaded.table().tableName(), columns, json, stored, compression);
      if (!json.isAtEnd()) {
        throw corrupt(loaded, "the JSON does not have as many bytes as the manifest says");
      }
      return part;
    } catch (ZstdIOException | ZipException | EOFException e) {
      throw corrupt(loaded, "the file cannot be decompressed");
    }
  }

  private static RefusedException corrupt(Extraction.LoadedPart loaded, String detail) {
    return new RefusedException(
        Reason.of(ReasonId.CORRUPT_PART, loaded.table().tableName(), detail));
  }

  private static byte[] lines(Map<String, Long> nulled) {
    return new TreeMap<>(nulled)
        .entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue() + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(PartLoader::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
