package io.exportctl.collection.ingestion.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.collection.ingestion.config.Json;
import io.exportctl.collection.ingestion.store.Store;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * File of what one task could not read, a JSON object a line. A record is written as it came, still
 * encrypted. Without such a record there is no file.
 */
public final class DeadLetters implements Closeable {

  private static final int RAW_BYTES = 1 << 20;

  private final Store store;
  private final String path;
  private OutputStream out = OutputStream.nullOutputStream();
  private long written;

  /**
   * @param path of the file below the store's root
   */
  public DeadLetters(Store store, String path) {
    this.store = store;
    this.path = path;
  }

  /** Folder of a run's files. */
  public static String folder(String name, Object date, String run) {
    return "dead/%s/%s/%s".formatted(name, date, run);
  }

  /** Path of the file of a task's attempt. */
  public static String file(String folder, int partition, int attempt) {
    return "%s/part-%05d-%d.json.gz".formatted(folder, partition, attempt);
  }

  /**
   * Writes a letter of a record.
   *
   * @param line number in the file, 1-based
   * @param bytes of the whole record
   * @param raw the record or its beginning
   */
  public void add(String reason, String file, long line, long bytes, String sha256, byte[] raw)
      throws IOException {
    Map<String, Object> letter = letter(reason, file, line, bytes);
    letter.put("sha256", sha256);
    ByteBuffer kept = ByteBuffer.wrap(raw, 0, Math.min(raw.length, RAW_BYTES));
    try {
      letter.put("raw", UTF_8.newDecoder().decode(kept.duplicate()).toString());
    } catch (CharacterCodingException e) {
      // No text of ours: also a text whose last character is cut.
      letter.put("raw_base64", UTF_8.decode(Base64.getEncoder().encode(kept)).toString());
    }
    write(letter);
  }

  /**
   * Writes a letter of a file.
   *
   * @param line number of the last line that was read
   */
  public void addFile(String reason, String file, long line, long bytes) throws IOException {
    write(letter(reason, file, line, bytes));
  }

  /** Number of letters. */
  public long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Closes and deletes the file of a task that failed. */
  public void discard() throws IOException {
    if (written > 0) {
      out.close();
      store.delete(path);
    }
  }

  private static Map<String, Object> letter(String reason, String file, long line, long bytes) {
    Map<String, Object> letter = new LinkedHashMap<>();
    letter.put("reason", reason);
    letter.put("file", file);
    letter.put("line", line);
    letter.put("bytes", bytes);
    return letter;
  }

  private void write(Map<String, Object> letter) throws IOException {
    if (written == 0) {
      out = new GZIPOutputStream(store.create(path), 64 << 10);
    }
    out.write((Json.line(letter) + "\n").getBytes(UTF_8));
    written++;
  }
}
