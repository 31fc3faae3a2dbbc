package io.exportctl.collection.ingestion.source;

import io.exportctl.collection.key.KeyServiceException;
import io.exportctl.collection.record.RecordFunction;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Lines of a file, read ahead so that the keys of many are asked for together. A file that is
 * corrupt or cut off ends with its last good line and a fault.
 */
public final class FileReader implements AutoCloseable {

  /** Fault of a file that cannot be decompressed to its end. */
  public static final String UNREADABLE = "file-unreadable";

  /** Fault of a file that has another number of lines than its name says. */
  public static final String INCOMPLETE = "file-incomplete";

  private static final int LINES_AHEAD = 512;
  private static final long BYTES_AHEAD = 8L << 20;

  private final Configuration configuration;
  private final SourceFile file;
  private final RecordFunction function;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private long bytesAhead;
  private Optional<Lines> lines = Optional.empty();
  private long count;
  private boolean corrupt;
  private boolean atEnd;

  /**
   * @param function whose keys are asked for ahead
   */
  public FileReader(Configuration configuration, SourceFile file, RecordFunction function) {
    this.configuration = configuration;
    this.file = file;
    this.function = function;
  }

  /**
   * Returns the next line; empty after the last one that can be read.
   *
   * @throws SourceReadException if the file cannot be read at present
   */
  public Optional<Line> next() throws IOException, KeyServiceException {
    // While half of the lines still wait, so that the keys of the others arrive in the meantime.
    if (ahead.size() <= LINES_AHEAD / 2 && bytesAhead <= BYTES_AHEAD / 2 && !atEnd) {
      readAhead();
    }
    Optional<Line> line = Optional.ofNullable(ahead.poll());
    count += line.isPresent() ? 1 : 0;
    bytesAhead -= bytes(line);
    return line;
  }

  /** Number of lines so far. */
  public long lines() {
    return count;
  }

  /** The file. */
  public SourceFile file() {
    return file;
  }

  /**
   * Returns the file's fault after its last line.
   *
   * @param fileNameOffsets true if the name says how many lines there are
   */
  public Optional<String> fault(boolean fileNameOffsets) {
    if (corrupt) {
      return Optional.of(UNREADABLE);
    }
    boolean isIncomplete = fileNameOffsets && NamedOffsets.lines(file.name()).orElse(-1) != count;
    return isIncomplete ? Optional.of(INCOMPLETE) : Optional.empty();
  }

  private void readAhead() throws IOException, KeyServiceException {
    List<byte[]> batch = new ArrayList<>();
    try {
      if (lines.isEmpty()) {
        lines =
            Optional.of(
                new Lines(SourceStreams.open(configuration, file), RecordFunction.MAXIMUM_LINE));
      }
      while (ahead.size() < LINES_AHEAD && bytesAhead < BYTES_AHEAD && !atEnd) {
        Optional<Line> line = lines.orElseThrow().next();
        atEnd = line.isEmpty();
        line.ifPresent(ahead::add);
        bytesAhead += bytes(line);
        line.filter(it -> !it.isTooLong()).ifPresent(it -> batch.add(it.bytes()));
      }
    } catch (SourceReadException e) {
      throw e;
    } catch (IOException e) {
      // Of decompression, as the file system's failures are of the other class.
      corrupt = true;
      atEnd = true;
    }
    function.lookAhead(batch);
  }

  private static long bytes(Optional<Line> line) {
    return line.map(it -> it.bytes().length).orElse(0);
  }

  @Override
  public void close() throws IOException {
    if (lines.isPresent()) {
      lines.orElseThrow().close();
    }
  }
}
