package io.exportctl.dataset;

import java.util.List;

/**
 * A station of a dataset's data.
 *
 * @param isOnPlatform true if it belongs to the platform, false if to the other side
 * @param title name of the station for a person, such as "Export bucket"
 * @param names names of the thing or the people, as they are written in AWS; at least one
 * @param accounts numbers of the other side's accounts, sorted; empty for the platform
 * @param protections measures that protect the data here, each a clause in lower case
 * @param onwards clause about the way to the next station; empty at the last
 */
public record Stop(
    Shape shape,
    boolean isOnPlatform,
    String title,
    List<String> names,
    List<String> accounts,
    List<String> protections,
    String onwards) {

  /** Sign by which a station is drawn. */
  public enum Shape {
    PEOPLE,
    BUCKET,
    PROGRAM,
    DATABASE,
    ROLES
  }

  public Stop {
    names = List.copyOf(names);
    accounts = List.copyOf(accounts);
    protections = List.copyOf(protections);
  }

  /** Creates a station of the platform, without protections. */
  public static Stop onPlatform(Shape shape, String title, List<String> names, String onwards) {
    return new Stop(shape, true, title, names, List.of(), List.of(), onwards);
  }

  /** Creates a station of the other side, without protections. */
  public static Stop outside(
      Shape shape, String title, List<String> names, List<String> accounts, String onwards) {
    return new Stop(shape, false, title, names, accounts, List.of(), onwards);
  }

  /** Returns the same station with protections. */
  public Stop with(List<String> measures) {
    return new Stop(shape, isOnPlatform, title, names, accounts, measures, onwards);
  }
}
