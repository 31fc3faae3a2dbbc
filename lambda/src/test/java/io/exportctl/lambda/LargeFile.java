package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.MOVE;
import static io.exportctl.s3.FaultS3.EXPORT;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.Tag;

/** Tests of a file over 5 GiB, which is copied in parts. */
abstract class LargeFile extends OverTheWire {

  /** 25 parts of 256 MiB. */
  static final long SIZE = 25L * (256 << 20);

  final void write(String body, Tag... tags) {
    s3.write(KEY, body, SIZE, Map.of("from", body), tags);
  }

  final Outcome moveWithTimeFor(int parts) {
    return workWithTimeFor(parts, MOVE, false);
  }

  /** Copies again, as after a delivery that may have put an older version on top. */
  final Outcome copyAgainWithTimeFor(int parts) {
    return workWithTimeFor(parts, KEEP, true);
  }

  private Outcome workWithTimeFor(int parts, Settings settings, boolean redelivered) {
    long before = calls("UploadPartCopy");
    Deadline deadline =
        needed -> needed.equals(PartCopies.TO_START) && calls("UploadPartCopy") >= before + parts;
    return new ObjectMover(
            settings,
            new KeyCalls(client, settings),
            deadline,
            Fixtures.ONE_BY_ONE,
            new Delivery(KEY, redelivered))
        .move();
  }

  final List<String> keysOfTags() {
    return s3.current(EXPORT, KEY).orElseThrow().tags().stream().map(Tag::key).toList();
  }

  final long calls(String operation) {
    return s3.journal.stream().filter(call -> call.startsWith(operation + " ")).count();
  }
}
