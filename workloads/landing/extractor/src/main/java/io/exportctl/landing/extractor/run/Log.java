package io.exportctl.landing.extractor.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Log of a JSON object a line. It never holds a value of a row. */
public final class Log {

  private static final JsonFactory JSON = new JsonFactory();

  /** Moves to the start of a terminal's line and erases it. */
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream out;
  private final InstantSource clock;
  private final Optional<PrintStream> terminal;
  private final ByteArrayOutputStream events = new ByteArrayOutputStream();

  /**
   * Creates a log.
   *
   * @param terminal shows the progress, on a line that is rewritten
   */
  public Log(PrintStream out, InstantSource clock, Optional<PrintStream> terminal) {
    this.out = out;
    this.clock = clock;
    this.terminal = terminal;
  }

  /**
   * Writes a line.
   *
   * @param fields names and values in turn; a value is a Long or printed as text
   */
  public synchronized void write(String action, Object... fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("action", action);
      json.writeStringField("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
      for (int i = 0; i < fields.length; i += 2) {
        json.writeFieldName(fields[i].toString());
        if (fields[i + 1] instanceof Long number) {
          json.writeNumber(number);
        } else {
          json.writeString(String.valueOf(fields[i + 1]));
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    events.writeBytes((line + "\n").getBytes(UTF_8));
    erase();
    out.println(line);
  }

  /** Returns all lines so far in UTF-8. */
  synchronized byte[] events() {
    return events.toByteArray();
  }

  boolean hasTerminal() {
    return terminal.isPresent();
  }

  /** Shows a text on the terminal, in place of the one before. */
  synchronized void show(String text) {
    terminal.ifPresent(it -> print(it, ERASE + text));
  }

  /** Erases the text on the terminal. */
  synchronized void erase() {
    show("");
  }

  private static void print(PrintStream terminal, String text) {
    terminal.print(text);
    terminal.flush();
  }
}
