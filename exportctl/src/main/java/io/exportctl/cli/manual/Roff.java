package io.exportctl.cli.manual;

/**
 * Writes a manual page in the language that {@code man} reads: <a
 * href="https://man.openbsd.org/man.7">man(7)</a>.
 */
public final class Roff {

  private final StringBuilder page = new StringBuilder();

  /**
   * Starts a page in section 1.
   *
   * @param title title of the page
   * @param source name and version of the tool, for the footer
   */
  Roff(String title, String source) {
    macro("TH", title, "1", "", source, "");
  }

  Roff section(String heading) {
    macro("SH", heading);
    return this;
  }

  Roff text(String text) {
    page.append(escape(text)).append('\n');
    return this;
  }

  /** Adds a term with an indented description. */
  Roff item(String term, String text) {
    page.append(".TP\n.B ").append(quoted(term)).append('\n');
    return text(text.isEmpty() ? " " : text);
  }

  /** Adds lines that are not refilled. */
  Roff lines(Iterable<String> lines) {
    page.append(".nf\n");
    lines.forEach(this::text);
    page.append(".fi\n");
    return this;
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(' ').append(quoted(argument));
    }
    page.append('\n');
  }

  private static String quoted(String argument) {
    return '"' + escape(argument).replace("\"", "\\(dq") + '"';
  }

  /**
   * Escapes a text: hyphens stay hyphens when copied, backslashes are literal, and no line starts a
   * macro.
   */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.startsWith(".") ? "\\&" : "");
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\\' -> safe.append("\\e");
                case '-' -> safe.append("\\-");
                case '\'' -> safe.append("\\(aq");
                case '`' -> safe.append("\\(ga");
                case '^' -> safe.append("\\(ha");
                case '~' -> safe.append("\\(ti");
                default -> {
                  if (point < 128) {
                    safe.appendCodePoint(point);
                  } else {
                    safe.append(String.format("\\[u%04X]", point));
                  }
                }
              }
            });
    return safe.toString();
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
