package io.exportctl.source.fetch;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that is written to disk; one that was cut off is continued if the server can do so. */
final class FileDownload implements Exchange<Optional<FileDownload.Done>> {

  private static final Pattern RANGE = Pattern.compile("bytes ([0-9]{1,18})-[0-9]+/([0-9*]{1,18})");
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int UNCHANGED = 304;
  private static final int RANGE_MISSED = 416;

  private final Path file;
  private final long most;
  private final Map<String, String> conditions;
  private Optional<String> validator = Optional.empty();
  private long size;

  /**
   * Prepares a download.
   *
   * @param most bytes of it
   * @param conditions headers by which the server tells that nothing changed; may be empty
   */
  FileDownload(Path file, long most, Map<String, String> conditions) {
    this.file = file;
    this.most = most;
    this.conditions = Map.copyOf(conditions);
  }

  /** Headers of a reply by which a later request asks for changes. */
  record Done(Optional<String> etag, Optional<String> lastModified) {}

  @Override
  public Map<String, String> headers() {
    if (size == 0 || validator.isEmpty()) {
      return conditions;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Range", "bytes=" + size + "-");
    headers.put("If-Range", validator.get());
    return headers;
  }

  @Override
  public boolean accepts(int status) {
    return status == OK
        || (status == UNCHANGED && !conditions.isEmpty())
        || ((status == PARTIAL || status == RANGE_MISSED) && size > 0);
  }

  /** Writes the body; empty if the file did not change. */
  @Override
  public Optional<Done> read(Reply reply) throws IOException {
    if (reply.status() == UNCHANGED) {
      return Optional.empty();
    }
    if (reply.status() == RANGE_MISSED || (reply.status() == PARTIAL && !continues(reply))) {
      restart();
      throw new IOException("the server sends another part than it was asked for");
    }
    if (reply.status() == OK) {
      restart();
    }
    OptionalLong whole = whole(reply);
    refuseLarge(whole.orElse(0));
    validator = reply.header("ETag").filter(it -> it.startsWith("\""));
    write(reply.body());
    if (whole.isPresent() && whole.getAsLong() != size) {
      throw new IOException("the file has another size than the server told");
    }
    return Optional.of(new Done(reply.header("ETag"), reply.header("Last-Modified")));
  }

  private void restart() throws IOException {
    Files.deleteIfExists(file);
    size = 0;
    validator = Optional.empty();
  }

  private boolean continues(Reply reply) {
    Matcher range = RANGE.matcher(reply.header("Content-Range").orElse(""));
    return range.matches() && Long.parseLong(range.group(1)) == size;
  }

  private static OptionalLong whole(Reply reply) {
    if (reply.status() == OK) {
      return reply.length();
    }
    Matcher range = RANGE.matcher(reply.header("Content-Range").orElse(""));
    return range.matches() && range.group(2).matches("[0-9]+")
        ? OptionalLong.of(Long.parseLong(range.group(2)))
        : OptionalLong.empty();
  }

  private void write(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file, CREATE, APPEND)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        refuseLarge(size + read);
        out.write(buffer, 0, read);
        size += read;
      }
    }
  }

  private void refuseLarge(long bytes) {
    if (bytes > most) {
      throw StoreException.refused(
          Fault.of(
              "too-large",
              "the file is larger than "
                  + most / 1_000_000
                  + " MB; raise fetch.max_mb if it may be"));
    }
  }
}
