package io.exportctl.lambda;

import static io.exportctl.lambda.FunctionUnderTest.ALL_DONE;
import static io.exportctl.lambda.FunctionUnderTest.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.FaultS3;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Tests of the whole function that sweeps files, some of whose events were lost. */
abstract class SweepScenario {

  static final String SWEEP = "{\"sweep\":{}}";

  final FaultS3 s3 = FaultS3.create();
  final FunctionUnderTest function = new FunctionUnderTest(s3);

  final String sweep() {
    return function.handle(record("m1", SWEEP, 1));
  }

  final void sweepAndWork() {
    assertThat(sweep()).isEqualTo(ALL_DONE);
    work();
  }

  /** Delivers messages until the queue is empty. */
  final void work() {
    for (List<String> sent = function.queues.take();
        !sent.isEmpty();
        sent = function.queues.take()) {
      sent.forEach(body -> assertThat(function.handle(record("h", body, 1))).isEqualTo(ALL_DONE));
    }
  }

  /** Writes files with a time this many minutes ago; each has its key as its body. */
  final void write(int minutes, String... keys) {
    s3.at(InstantSource.fixed(function.now.minus(Duration.ofMinutes(minutes))));
    for (String key : keys) {
      s3.write(key, key);
    }
  }
}
