package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.sink.Upload;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.ManifestWriter;
import io.exportctl.landing.format.TableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the parts of an extraction visible, and then its manifest. */
record Publication(Destination destination, Keys keys) {

  private static final int AT_ONCE = 16;

  /**
   * Publishes an extraction.
   *
   * @throws ExtractionException if a part cannot be completed; then there is no manifest
   */
  void publish(List<Upload> uploads, Manifest manifest, Optional<byte[]> events)
      throws IOException, InterruptedException {
    complete(uploads);
    if (events.isPresent()) {
      destination.put(keys.events(), events.get());
    }
    destination.put(keys.tableList(), TableList.write(manifest));
    destination.put(keys.manifest(), ManifestWriter.write(manifest));
  }

  private void complete(List<Upload> uploads) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (Upload upload : uploads) {
        all.add(
            threads.submit(
                () -> {
                  upload.complete();
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw ExtractionException.failed(e.getCause().getMessage(), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
