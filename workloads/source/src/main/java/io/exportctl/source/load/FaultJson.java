package io.exportctl.source.load;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Faults as JSON of the database. */
public final class FaultJson {

  private FaultJson() {}

  public static String write(Fault fault) {
    return Json.write(map(fault));
  }

  /** Returns the members, for an object that holds the fault. */
  public static Map<String, Object> map(Fault fault) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", fault.code());
    map.put("text", fault.text());
    fault.line().ifPresent(it -> map.put("line", it));
    fault.column().ifPresent(it -> map.put("column_name", it));
    fault.value().ifPresent(it -> map.put("value", it));
    return map;
  }

  /** Parses what {@link #write} wrote. */
  public static Fault read(String json) {
    try {
      return of(Json.read(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the members of {@link #map}. */
  public static Fault of(Map<?, ?> map) {
    return new Fault(
        map.get("code").toString(),
        map.get("text").toString(),
        map.get("line") instanceof Long line ? OptionalLong.of(line) : OptionalLong.empty(),
        Optional.ofNullable(map.get("column_name")).map(Object::toString),
        Optional.ofNullable(map.get("value")).map(Object::toString));
  }
}
