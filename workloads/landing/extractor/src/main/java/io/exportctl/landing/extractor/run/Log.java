package io.exportctl.landing.extractor.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Log of a JSON object a line. It never holds a value of a row. */
public record Log(PrintStream out) {

  /**
   * Writes a line.
   *
   * @param fields names and values in turn; a value is a Long or printed as text
   */
  public synchronized void write(String action, Object... fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("action", action);
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
    out.println(line);
  }
}
