package io.exportctl.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writer of a JSON document, nested like the calling code. It writes ASCII only, so that neither
 * terminals nor encodings change the text.
 */
public final class JsonWriter {

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /** A call that writes. */
  private interface Step {

    void run() throws IOException;
  }

  /** Writes an object and a line break. */
  public static void write(PrintWriter out, Consumer<JsonWriter> members) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    run(
        () -> {
          try (JsonGenerator generator = factory.createGenerator(out)) {
            generator.setPrettyPrinter(layout());
            new JsonWriter(generator).element(members);
          }
        });
    out.print('\n');
  }

  private static PrettyPrinter layout() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  public JsonWriter field(String name, String value) {
    run(() -> json.writeStringField(name, wellFormed(value)));
    return this;
  }

  public JsonWriter field(String name, long value) {
    run(() -> json.writeNumberField(name, value));
    return this;
  }

  public JsonWriter field(String name, boolean value) {
    run(() -> json.writeBooleanField(name, value));
    return this;
  }

  public JsonWriter object(String name, Consumer<JsonWriter> members) {
    run(() -> json.writeFieldName(name));
    element(members);
    return this;
  }

  /** Writes an array of objects, one for each item. */
  public <T> JsonWriter array(String name, List<T> items, BiConsumer<JsonWriter, T> members) {
    run(() -> json.writeArrayFieldStart(name));
    items.forEach(item -> element(writer -> members.accept(writer, item)));
    run(json::writeEndArray);
    return this;
  }

  public JsonWriter texts(String name, List<String> texts) {
    run(() -> json.writeArrayFieldStart(name));
    texts.forEach(text -> run(() -> json.writeString(wellFormed(text))));
    run(json::writeEndArray);
    return this;
  }

  private void element(Consumer<JsonWriter> members) {
    run(json::writeStartObject);
    members.accept(this);
    run(json::writeEndObject);
  }

  /** Replaces halves of surrogate pairs, which strict readers refuse. */
  private static String wellFormed(String text) {
    return CharacterFilter.keep(text, point -> Character.getType(point) != Character.SURROGATE);
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
