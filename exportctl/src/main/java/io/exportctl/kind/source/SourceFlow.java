package io.exportctl.kind.source;

import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Stop;
import io.exportctl.dataset.Stop.Shape;
import java.util.ArrayList;
import java.util.List;

/** The way of a source's data, as module {@code source_platform} and its program make it. */
final class SourceFlow {

  private SourceFlow() {}

  static List<Stop> of(SourceDataset dataset, Platform platform) {
    SourcePlatform settings = SourcePlatform.of(platform);
    Stop files =
        Stop.onPlatform(
                Shape.BUCKET,
                "Raw files",
                List.of("s3://" + settings.bucket() + "/datasets/" + dataset.grant(platform) + "/"),
                "every row is checked")
            .with(
                List.of(
                    "encrypted, TLS 1.2 or later, never public", "the service can delete nothing"));
    Stop table =
        Stop.onPlatform(
                Shape.DATABASE,
                "Table",
                List.of(dataset.schema() + " " + dataset.table()),
                "is read page by page")
            .with(List.of("a file is loaded whole, or not at all"));
    Stop readers =
        Stop.outside(Shape.PROGRAM, "Readers", readers(dataset, settings), List.of(), "")
            .with(List.of("every request is signed, and taken once"));
    return List.of(origin(dataset), files, table, readers);
  }

  private static Stop origin(SourceDataset dataset) {
    return dataset
        .fetch()
        .map(
            fetch ->
                Stop.outside(
                    Shape.PROGRAM,
                    "Web site",
                    List.of(fetch.address()),
                    List.of(),
                    "new files are fetched, " + fetch.times()))
        .orElseGet(
            () ->
                Stop.outside(
                    Shape.PEOPLE,
                    "Uploaders",
                    dataset.uploaders(),
                    List.of(),
                    "upload files, signed in"));
  }

  private static List<String> readers(SourceDataset dataset, SourcePlatform settings) {
    List<String> readers = new ArrayList<>(dataset.readers());
    settings.readersOfAll().stream().filter(id -> !readers.contains(id)).forEach(readers::add);
    return readers.isEmpty() ? List.of("nobody yet") : readers;
  }
}
