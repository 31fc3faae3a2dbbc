package io.exportctl.collection.record;

import io.exportctl.collection.json.JsonException;
import io.exportctl.collection.json.JsonNumber;
import io.exportctl.collection.json.JsonOutput;
import io.exportctl.collection.json.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Text of the id in an envelope: rule 5 of docs/collection.md. */
final class RecordId {

  private final JsonOutput output = new JsonOutput();

  /**
   * Returns a text as it is, and other values as JSON with sorted names; empty for null.
   *
   * @throws RejectedException if it is a text that UTF-8 cannot hold, or has a number beyond the
   *     range of a double
   */
  Optional<String> text(Object id) throws RejectedException {
    if (id == null) {
      return Optional.empty();
    }
    if (id instanceof String text) {
      if (!Utf8.isEncodable(text)) {
        throw new RejectedException(Reason.ENVELOPE);
      }
      return Optional.of(text);
    }
    output.clear();
    try {
      write(id);
    } catch (JsonException e) {
      throw RejectedException.of(e);
    }
    return Optional.of(new String(output.toBytes(), StandardCharsets.UTF_8));
  }

  private void write(Object value) throws JsonException {
    if (value instanceof String text) {
      output.string(text);
    } else if (value instanceof JsonNumber number) {
      output.ascii(number.text());
    } else if (value instanceof Map<?, ?> object) {
      object(object);
    } else if (value instanceof List<?> list) {
      list(list);
    } else {
      output.ascii(String.valueOf(value));
    }
  }

  private void object(Map<?, ?> object) throws JsonException {
    Map<byte[], Map.Entry<?, ?>> sorted = new TreeMap<>(Arrays::compareUnsigned);
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      sorted.put(Utf8.sortKey((String) entry.getKey()), entry);
    }
    char separator = '{';
    for (Map.Entry<?, ?> entry : sorted.values()) {
      output.character(separator);
      separator = ',';
      output.string((String) entry.getKey());
      output.character(':');
      write(entry.getValue());
    }
    output.ascii(sorted.isEmpty() ? "{}" : "}");
  }

  private void list(List<?> list) throws JsonException {
    char separator = '[';
    for (Object element : list) {
      output.character(separator);
      separator = ',';
      write(element);
    }
    output.ascii(list.isEmpty() ? "[]" : "]");
  }
}
