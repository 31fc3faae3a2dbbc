package io.exportctl.source.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Detection of a file's encoding, from all of its bytes and without statistics. */
final class Encodings {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** The bytes that windows-1252 leaves undefined. */
  private static final String UNDEFINED = "\u0081\u008d\u008f\u0090\u009d";

  private Encodings() {}

  /**
   * Detects the encoding.
   *
   * @throws StoreException if the bytes are neither UTF-8, UTF-16 with its mark, nor windows-1252
   */
  static Encoding detect(Path file, Optional<Charset> declared) throws IOException {
    Optional<Encoding> marked = mark(file);
    if (declared.isPresent()) {
      Charset charset = declared.get();
      return marked
          .filter(it -> it.charset().equals(charset))
          .orElse(new Encoding(charset, 0, false));
    }
    if (marked.isPresent()) {
      return marked.get();
    }
    return unmarked(file);
  }

  private static Optional<Encoding> mark(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(3);
    }
    if (start.length == 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      return Optional.of(new Encoding(UTF_8, 3, false));
    }
    if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return Optional.of(new Encoding(UTF_16LE, 2, false));
    }
    if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return Optional.of(new Encoding(UTF_16BE, 2, false));
    }
    return Optional.empty();
  }

  private static Encoding unmarked(Path file) throws IOException {
    boolean[] seen = new boolean[256];
    Utf8Check check = new Utf8Check();
    boolean valid = true;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          seen[buffer[i] & 0xFF] = true;
        }
        valid = valid && check.accepts(buffer, read);
      }
    }
    if (valid && check.isComplete()) {
      return new Encoding(UTF_8, 0, false);
    }
    if (UNDEFINED.chars().anyMatch(it -> seen[it])) {
      throw StoreException.refused(
          Fault.of(
              "unknown-encoding",
              "the file is neither UTF-8 nor windows-1252; declare parse.encoding, or save it as UTF-8"));
    }
    return new Encoding(WINDOWS_1252, 0, true);
  }

  /**
   * An encoding of a file.
   *
   * @param mark length of the byte order mark, in bytes
   * @param guessed true if letters may be others than the author meant
   */
  record Encoding(Charset charset, int mark, boolean guessed) {}
}
