package io.exportctl.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * Files of a listing that should have been delivered by now: their number, and a random sample of
 * limited size. New files are sampled separately, so that a mass of files that cannot be exported
 * does not keep a new one from its turn.
 */
final class Leftovers {

  /** Maximum size of each sample: some minutes' work for a function, some megabytes of keys. */
  static final int CAPACITY = 25_000;

  /** Age up to which a file counts as new: two sweeps see it, or one if the other failed. */
  static final Duration NEW = Duration.ofHours(2);

  /**
   * A file.
   *
   * @param written time at which its current version was written, or its upload begun
   */
  record LeftBehind(String key, Instant written) {}

  private final Instant now;
  private final Duration minimumAge;
  private final DoubleSupplier chance;
  private final Sample<LeftBehind> recent;
  private final Sample<LeftBehind> others;
  private Optional<Instant> oldest = Optional.empty();
  private long listed;

  Leftovers(Instant now, Duration minimumAge, DoubleSupplier chance) {
    this.now = now;
    this.minimumAge = minimumAge;
    this.chance = chance;
    this.recent = new Sample<>(CAPACITY, chance);
    this.others = new Sample<>(CAPACITY, chance);
  }

  /** Returns an empty instance with the same settings. */
  Leftovers empty() {
    return new Leftovers(now, minimumAge, chance);
  }

  /** Counts the file, and samples it if it is old enough. */
  void add(String key, Instant written) {
    listed++;
    if (written.isAfter(now.minus(minimumAge))) {
      return;
    }
    LeftBehind file = new LeftBehind(key, written);
    (isNew(file) ? recent : others).offer(file);
    if (oldest.isEmpty() || written.isBefore(oldest.get())) {
      oldest = Optional.of(written);
    }
  }

  boolean isNew(LeftBehind file) {
    return file.written().isAfter(now.minus(NEW));
  }

  /** Number of all files that were added. */
  long listed() {
    return listed;
  }

  /** Number of files that are old enough. */
  long count() {
    return recent.offered() + others.offered();
  }

  Optional<Instant> oldest() {
    return oldest;
  }

  /** The sample, new files first; all files if they are few. */
  List<LeftBehind> chosen() {
    return Stream.concat(recent.chosen().stream(), others.chosen().stream()).toList();
  }
}
