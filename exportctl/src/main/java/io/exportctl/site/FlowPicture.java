package io.exportctl.site;

import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Coordinates of the picture of a flow: stations from top to bottom, in a band for each side. Its
 * unit is about a pixel; the template draws it.
 *
 * @param width width of the picture
 * @param height height of the picture
 */
public record FlowPicture(
    int width,
    int height,
    List<Band> bands,
    List<Sign> signs,
    List<Arrow> arrows,
    List<Line> lines) {

  static final int WIDTH = 440;

  /** Cells of a line of text, and of a line of a name, whose letters are wider. */
  private static final int TEXT_CELLS = 46;

  private static final int NAME_CELLS = 44;
  private static final int MOST_NAMES = 4;
  private static final int MOST_LINES = 3;
  private static final int LEFT = 68;
  private static final int INDENTED = 84;
  private static final int LINE_HEIGHT = 19;
  private static final int RADIUS = 17;

  public FlowPicture {
    bands = List.copyOf(bands);
    signs = List.copyOf(signs);
    arrows = List.copyOf(arrows);
    lines = List.copyOf(lines);
  }

  /** Background of the stations of one side. */
  public record Band(int y, int height, boolean isOnPlatform) {}

  /** Sign of a station, by its centre. */
  public record Sign(String shape, int y) {}

  /** Way from one sign to the next, by the ends of its line. */
  public record Arrow(int from, int to) {}

  /**
   * A line of text.
   *
   * @param style class of the style sheet
   */
  public record Line(String style, int x, int y, String text) {}

  static FlowPicture of(List<Stop> stops, Platform platform) {
    return new Drawing(platform).draw(stops);
  }

  /** Returns the names of a side's owner. */
  static String owner(Stop stop, Platform platform) {
    if (stop.isOnPlatform()) {
      return "The platform, account " + platform.account(platform.accountId());
    }
    String accounts =
        stop.accounts().stream().map(platform::account).collect(Collectors.joining(", "));
    return accounts.isEmpty() ? "The other side" : "The other side, account " + accounts;
  }

  /** A picture that grows downwards. */
  private static final class Drawing {

    private final Platform platform;
    private final List<Band> bands = new ArrayList<>();
    private final List<Sign> signs = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int y;

    Drawing(Platform platform) {
      this.platform = platform;
    }

    FlowPicture draw(List<Stop> stops) {
      int top = 0;
      for (int i = 0; i < stops.size(); i++) {
        Stop stop = stops.get(i);
        if (i == 0 || stops.get(i - 1).isOnPlatform() != stop.isOnPlatform()) {
          top = y;
          y += 12;
          write("flow-owner", LEFT, owner(stop, platform), TEXT_CELLS);
          y += 14;
        }
        station(stop);
        if (i + 1 == stops.size() || stops.get(i + 1).isOnPlatform() != stop.isOnPlatform()) {
          bands.add(new Band(top, y - top + 12, stop.isOnPlatform()));
          y += 24;
        }
      }
      for (int i = 0; i + 1 < signs.size(); i++) {
        arrows.add(new Arrow(signs.get(i).y() + RADIUS, signs.get(i + 1).y() - RADIUS - 3));
      }
      return new FlowPicture(WIDTH, y - 12, bands, signs, arrows, lines);
    }

    private void station(Stop stop) {
      signs.add(new Sign(stop.shape().name().toLowerCase(Locale.ROOT), y + RADIUS));
      write("flow-title", LEFT, stop.title(), TEXT_CELLS);
      for (String name : shortened(stop.names())) {
        write("flow-name", LEFT, name, NAME_CELLS);
      }
      y += 3;
      for (String protection : stop.protections()) {
        // The first line has the shield in front of it.
        String style = "flow-shield";
        for (String line : Wrapped.of(protection, TEXT_CELLS - 2, MOST_LINES)) {
          lines.add(new Line(style, INDENTED, y + 14, line));
          style = "flow-measure";
          y += LINE_HEIGHT;
        }
      }
      if (!stop.onwards().isEmpty()) {
        y += 8;
        write("flow-onwards", LEFT, stop.onwards(), TEXT_CELLS);
        y += 12;
      }
    }

    private void write(String style, int x, String text, int cells) {
      for (String line : Wrapped.of(text, cells, MOST_LINES)) {
        lines.add(new Line(style, x, y + 14, line));
        y += LINE_HEIGHT;
      }
    }

    private static List<String> shortened(List<String> names) {
      if (names.size() <= MOST_NAMES) {
        return names;
      }
      List<String> some = new ArrayList<>(names.subList(0, MOST_NAMES - 1));
      some.add("and " + (names.size() - some.size()) + " more");
      return some;
    }
  }
}
