package io.exportctl.collection.ingestion.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyAccumulatorTest {

  /** As Spark's listener does, which would otherwise log an error. */
  @Test
  void canBeReadWhileTasksEnd() {
    TallyAccumulator tallies = new TallyAccumulator();
    tallies.add(Map.entry(0, tally()));
    Iterator<Integer> partitions = tallies.value().keySet().iterator();
    tallies.add(Map.entry(1, tally()));
    tallies.add(Map.entry(2, tally()));

    assertThat(partitions).toIterable().containsExactly(0, 1, 2);
  }

  private static GroupTally tally() {
    return new GroupTally(
        0, List.of(), Map.of(), 0, 0, 0, 0, 0, new GroupTally.KeyUse("driver", 0, 0, 0));
  }
}
