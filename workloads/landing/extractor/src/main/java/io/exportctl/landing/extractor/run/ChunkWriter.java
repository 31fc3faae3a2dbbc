package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.json.JsonBuffer;
import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.sink.PartWriter;
import io.exportctl.landing.extractor.sink.Upload;
import io.exportctl.landing.extractor.source.Chunk;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the lines of a chunk to part files, which stay invisible. */
final class ChunkWriter {

  private final Destination destination;
  private final Keys keys;
  private final Options options;
  private final Chunk chunk;
  private final List<PartWriter> writers = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  ChunkWriter(Destination destination, Keys keys, Options options, Chunk chunk) {
    this.destination = destination;
    this.keys = keys;
    this.options = options;
    this.chunk = chunk;
  }

  void line(JsonBuffer line) throws IOException {
    if (writers.size() == parts.size()) {
      String key =
          keys.part(chunk.table().tableName(), chunk.number(), parts.size(), options.compression());
      writers.add(PartWriter.open(destination, key, options.compression()));
    }
    PartWriter writer = writers.get(parts.size());
    writer.line(line.bytes(), line.size());
    if (writer.jsonBytes() >= options.partBytes()) {
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
