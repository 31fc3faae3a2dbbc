package io.exportctl.collection.ingestion.run;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * Counts by partition. The last attempt of a partition that Spark counts as successful replaces
 * earlier ones, so that records of a task that ran twice count once.
 */
final class TallyAccumulator
    extends AccumulatorV2<Map.Entry<Integer, GroupTally>, Map<Integer, GroupTally>> {

  private static final long serialVersionUID = 1;

  /** Spark's listeners read it while tasks end. */
  private final ConcurrentSkipListMap<Integer, GroupTally> tallies = new ConcurrentSkipListMap<>();

  @Override
  public boolean isZero() {
    return tallies.isEmpty();
  }

  @Override
  public TallyAccumulator copy() {
    TallyAccumulator copy = new TallyAccumulator();
    copy.tallies.putAll(tallies);
    return copy;
  }

  @Override
  public void reset() {
    tallies.clear();
  }

  @Override
  public void add(Map.Entry<Integer, GroupTally> entry) {
    tallies.put(entry.getKey(), entry.getValue());
  }

  @Override
  public void merge(AccumulatorV2<Map.Entry<Integer, GroupTally>, Map<Integer, GroupTally>> other) {
    tallies.putAll(other.value());
  }

  @Override
  public Map<Integer, GroupTally> value() {
    return tallies;
  }
}
