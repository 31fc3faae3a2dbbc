package io.exportctl.dataset;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A dataset whose way can be drawn, from who writes to who receives. */
public interface HasFlow extends Dataset {

  /** Returns the stations in the order in which data passes them; at least two. */
  List<Stop> flow(Platform platform);

  /** Returns the accounts that the data comes from, sorted. */
  default List<String> origins(Platform platform) {
    return accounts(flow(platform).stream().takeWhile(stop -> !stop.isOnPlatform()));
  }

  /** Returns the accounts that the data goes to, sorted. */
  default List<String> destinations(Platform platform) {
    return accounts(flow(platform).stream().dropWhile(stop -> !stop.isOnPlatform()));
  }

  private static List<String> accounts(Stream<Stop> stops) {
    return stops.map(Stop::accounts).flatMap(Collection::stream).distinct().sorted().toList();
  }
}
