package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.source.Chunk;
import io.exportctl.landing.format.Keys;

/** Makes the writers of an attempt's chunks. */
record ChunkWriters(Destination destination, Keys keys, Options options, Progress progress) {

  ChunkWriter of(Chunk chunk) {
    return new ChunkWriter(this, chunk);
  }
}
