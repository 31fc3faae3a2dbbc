package io.exportctl.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * The files of a listing that are old enough to be done with: how many there are, and a choice of
 * them that has bounds. Those that came since the last sweeps are chosen apart from the others: a
 * mass of files that cannot be exported must not keep a new one from its turn.
 */
final class Leftovers {

  /** Of new files and of others each: some minutes' work for a function, some megabytes of keys. */
  static final int CAPACITY = 25_000;

  /** A new file is so young: two sweeps meet it, or one if the other failed. */
  static final Duration NEW = Duration.ofHours(2);

  /**
   * One file.
   *
   * @param written when its current version was written, or its upload begun
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

  /** The same without any file. */
  Leftovers empty() {
    return new Leftovers(now, minimumAge, chance);
  }

  /** Takes the file into account if it is old enough. */
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

  /** Files that were added, old enough or not. */
  long listed() {
    return listed;
  }

  /** Files that are old enough. */
  long count() {
    return recent.offered() + others.offered();
  }

  Optional<Instant> oldest() {
    return oldest;
  }

  /** All of them if they are few; new ones first. */
  List<LeftBehind> chosen() {
    return Stream.concat(recent.chosen().stream(), others.chosen().stream()).toList();
  }
}
