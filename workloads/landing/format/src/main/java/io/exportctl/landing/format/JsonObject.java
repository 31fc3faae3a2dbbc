package io.exportctl.landing.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A JSON object whose values are taken out by name, each once. */
final class JsonObject {

  /** Largest number; sums of the parts of a manifest stay below the limit of a long. */
  static final long MAX_COUNT = 1L << 43;

  private static final int MAX_DEPTH = 16;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(1024 * 1024)
                  .maxNumberLength(20)
                  .build())
          .build();

  private final String path;
  private final Map<String, Object> values;

  private JsonObject(String path, Map<String, Object> values) {
    this.path = path;
    this.values = values;
  }

  /** Reads one element of an array. */
  interface Reader<T> {
    T read(JsonObject object) throws ManifestException;
  }

  static JsonObject parse(byte[] json) throws ManifestException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      JsonObject object = of("", value(parser));
      if (parser.nextToken() != null) {
        throw new ManifestException("there is more after the object's end");
      }
      return object;
    } catch (JsonProcessingException e) {
      throw new ManifestException("not valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ManifestException("not valid JSON", e);
    }
  }

  private static Object value(JsonParser parser) throws IOException, ManifestException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        object.put(name, value(parser));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(parser));
      }
      return array;
    }
    if (token == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getLongValue();
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return parser.getBooleanValue();
    }
    throw new ManifestException("a value is neither an object, array, string, integer nor boolean");
  }

  String text(String name) throws ManifestException {
    return take(name, String.class, "a string");
  }

  /** Takes a string that may be missing. */
  Optional<String> findText(String name) throws ManifestException {
    return values.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  boolean isTrue(String name) throws ManifestException {
    return take(name, Boolean.class, "a boolean");
  }

  long number(String name, long max) throws ManifestException {
    long number = take(name, Long.class, "an integer");
    if (number < 0 || number > max) {
      throw new ManifestException(path + name + " is not between 0 and " + max);
    }
    return number;
  }

  /** Takes a number that has to be this sum. */
  long total(String name, long sum) throws ManifestException {
    if (number(name, Long.MAX_VALUE) != sum) {
      throw new ManifestException(path + name + " is not the sum of its parts");
    }
    return sum;
  }

  <T> T constant(String name, Function<String, Optional<T>> find) throws ManifestException {
    return find.apply(text(name))
        .orElseThrow(() -> new ManifestException(path + name + " has an unknown value"));
  }

  JsonObject object(String name) throws ManifestException {
    return of(path + name + ".", take(name, Object.class, "an object"));
  }

  <T> List<T> objects(String name, Reader<T> reader) throws ManifestException {
    List<T> all = new ArrayList<>();
    for (Object element : take(name, List.class, "an array")) {
      all.add(reader.read(of("%s%s[%d].".formatted(path, name, all.size()), element)));
    }
    return all;
  }

  List<String> texts(String name) throws ManifestException {
    List<String> all = new ArrayList<>();
    for (Object element : take(name, List.class, "an array")) {
      if (!(element instanceof String text)) {
        throw new ManifestException(path + name + " holds a value that is not a string");
      }
      all.add(text);
    }
    return all;
  }

  /** Refuses what was not taken out. */
  void end() throws ManifestException {
    if (!values.isEmpty()) {
      throw new ManifestException(path + values.keySet().iterator().next() + " is unknown");
    }
  }

  private <T> T take(String name, Class<T> type, String expected) throws ManifestException {
    Object value = values.remove(name);
    if (value == null) {
      throw new ManifestException(path + name + " is missing");
    }
    if (!type.isInstance(value)) {
      throw new ManifestException(path + name + " is not " + expected);
    }
    return type.cast(value);
  }

  private static JsonObject of(String path, Object value) throws ManifestException {
    if (!(value instanceof Map<?, ?> object)) {
      throw new ManifestException(
          (path.isEmpty() ? "the file" : path.substring(0, path.length() - 1))
              + " is not an object");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    object.forEach((name, it) -> values.put((String) name, it));
    return new JsonObject(path, values);
  }
}
