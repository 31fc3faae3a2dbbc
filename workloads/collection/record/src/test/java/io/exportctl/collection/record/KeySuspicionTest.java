package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeySuspicionTest {

  private final RecordFunction function =
      new RecordFunction(
          new RecordSettings("core:claim", List.of(), List.of(), false), new TestKeys());

  @Test
  void suspectsAKeyAfterTenRecordsOfNoiseInARow() throws Exception {
    for (int record = 1; record < KeySuspicion.LIMIT; record++) {
      apply("noise");
    }
    assertThat(function.suspectKeys()).isZero();

    apply("noise");
    apply("noise");

    assertThat(function.suspectKeys()).isEqualTo(1);
  }

  @Test
  void startsAnewAfterARecordThatCanBeRead() throws Exception {
    for (int record = 0; record < 3 * KeySuspicion.LIMIT; record++) {
      apply(record % KeySuspicion.LIMIT == 0 ? "{}" : "noise");
    }

    assertThat(function.suspectKeys()).isZero();
  }

  @Test
  void doesNotSuspectAKeyForOtherFaults() throws Exception {
    for (int record = 0; record < 2 * KeySuspicion.LIMIT; record++) {
      apply("{\"a\":1e999}");
    }

    assertThat(function.suspectKeys()).isZero();
  }

  private void apply(String record) throws Exception {
    byte[] line = TestLine.of(record).bytes();
    function.apply(line, 0, line.length);
  }
}
