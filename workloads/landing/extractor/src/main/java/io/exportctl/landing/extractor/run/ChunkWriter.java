package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.json.JsonBuffer;
import io.exportctl.landing.extractor.sink.PartWriter;
import io.exportctl.landing.extractor.sink.Upload;
import io.exportctl.landing.extractor.source.Chunk;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the lines of a chunk to part files, which stay invisible. */
final class ChunkWriter {

  private final ChunkWriters all;
  private final Chunk chunk;
  private final List<PartWriter> writers = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private long rows;
  private long jsonBytes;

  ChunkWriter(ChunkWriters all, Chunk chunk) {
    this.all = all;
    this.chunk = chunk;
  }

  void line(JsonBuffer line) throws IOException {
    if (writers.size() == parts.size()) {
      Compression compression = all.options().compression();
      String table = chunk.table().tableName();
      String key = all.keys().part(table, chunk.number(), parts.size(), compression);
      writers.add(PartWriter.open(all.destination(), key, compression));
    }
    PartWriter writer = writers.get(parts.size());
    writer.line(line.bytes(), line.size());
    rows++;
    jsonBytes += line.size();
    all.progress().add(1, line.size());
    if (writer.jsonBytes() >= all.options().partBytes()) {
      parts.add(writer.finish());
    }
  }

  void finish() throws IOException {
    if (writers.size() > parts.size()) {
      parts.add(writers.get(parts.size()).finish());
    }
  }

  Chunk chunk() {
    return chunk;
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  List<Upload> uploads() {
    return writers.stream().map(PartWriter::upload).toList();
  }

  /** Discards everything that is not complete; returns false if that failed. */
  boolean abort() {
    boolean done = true;
    all.progress().add(-rows, -jsonBytes);
    rows = 0;
    jsonBytes = 0;
    for (PartWriter writer : writers) {
      try {
        writer.abort();
      } catch (IOException e) {
        // An upload that stays is invisible, and the bucket's lifecycle rule removes it.
        done = false;
      }
    }
    return done;
  }
}
