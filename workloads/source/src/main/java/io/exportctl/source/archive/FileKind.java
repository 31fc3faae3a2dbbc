package io.exportctl.source.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Kind of a file by its first bytes; its name decides nothing. */
public enum FileKind {
  TEXT,
  ZIP,
  GZIP;

  private static final int LOOKED_AT = 1024;

  /**
   * Looks at the first bytes.
   *
   * @throws StoreException for an old Excel workbook, a PDF or an HTML page
   */
  public static FileKind of(Path file) throws IOException {
    String start;
    try (InputStream in = Files.newInputStream(file)) {
      start = new String(in.readNBytes(LOOKED_AT), ISO_8859_1);
    }
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (start.startsWith("\u001f\u008b")) {
      return GZIP;
    }
    if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      throw workbook();
    }
    if (start.startsWith("%PDF-")) {
      throw refused("the file is a PDF; ask for the data as CSV");
    }
    String text = start.replace("\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
      throw refused(
          "the file is an HTML page, perhaps an error of the website; get the file itself");
    }
    return TEXT;
  }

  static StoreException workbook() {
    return refused("the file is an Excel workbook; save it as \"CSV UTF-8\"");
  }

  private static StoreException refused(String text) {
    return StoreException.refused(Fault.of("not-csv", text));
  }
}
