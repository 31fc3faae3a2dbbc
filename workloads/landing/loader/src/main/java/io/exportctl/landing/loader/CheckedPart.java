package io.exportctl.landing.loader;

import com.github.luben.zstd.ZstdOutputStream;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Compression;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A part that was checked.
 *
 * @param lines file that DuckDB can read: the part itself, or a copy if it may have arrays
 * @param compression of that file
 */
record CheckedPart(PartCheck.Result result, Path lines, Compression compression) {

  private static final int BUFFER = 1 << 16;

  /** The fastest level that zstd has a number for; the file does not live long. */
  private static final int LEVEL = 1;

  /**
   * Checks a part.
   *
   * @param json the part's content
   * @param stored file of the part, beside which a copy may be written
   * @throws RefusedException if a line or a value is not as it must be
   * @throws IOException if the part cannot be read, or the copy cannot be written
   */
  static CheckedPart of(
      String table,
      List<LoadedColumn> columns,
      InputStream json,
      Path stored,
      Compression compression)
      throws IOException, RefusedException {
    if (columns.stream().noneMatch(it -> it.type() == ColumnType.ARRAY)) {
      PartCheck.Result result = new PartCheck(table, columns, Optional.empty()).run(json);
      return new CheckedPart(result, stored, compression);
    }
    Path file = stored.resolveSibling("lines");
    try (OutputStream compressed = new ZstdOutputStream(Files.newOutputStream(file), LEVEL);
        OutputStream output = new BufferedOutputStream(compressed, BUFFER)) {
      ArrayCopy copy = new ArrayCopy(output);
      PartCheck.Result result = new PartCheck(table, columns, Optional.of(copy)).run(json);
      return new CheckedPart(result, file, Compression.ZSTD);
    }
  }
}
