package io.exportctl.landing.loader;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Step that a message of the queue asks for. */
sealed interface Task {

  /** A manifest has arrived. */
  record Arrived(String timestamp) implements Task {}

  /**
   * A part is to be loaded.
   *
   * @param index in the manifest, 0-based
   */
  record LoadPart(String timestamp, int index) implements Task {}

  /** Lost events are to be found, and old files deleted. */
  record Sweep() implements Task {}

  /**
   * Parses a message: an event of S3, the hourly {@code {"sweep":{}}}, or one that {@link #part} or
   * {@link #manifest} rendered.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Task parse(String dataset, String body) {
    Map<String, Object> message;
    try {
      message = JSON.std.mapFrom(body);
    } catch (IOException e) {
      throw new IllegalArgumentException("the message is not a JSON object", e);
    }
    if (message == null) {
      throw new IllegalArgumentException("the message is not a JSON object");
    }
    if (message.get("part") instanceof Map<?, ?> part
        && part.get("timestamp") instanceof String timestamp
        && part.get("index") instanceof Integer index) {
      return new LoadPart(timestamp, index);
    }
    if (message.get("manifest") instanceof String timestamp) {
      return new Arrived(timestamp);
    }
    if (message.get("sweep") instanceof Map<?, ?>) {
      return new Sweep();
    }
    if (message.get("detail") instanceof Map<?, ?> detail
        && detail.get("object") instanceof Map<?, ?> object
        && object.get("key") instanceof String key) {
      Optional<String> timestamp = Extraction.timestamp(dataset, key);
      return new Arrived(
          timestamp.orElseThrow(
              () -> new IllegalArgumentException("the event is not about a manifest")));
    }
    throw new IllegalArgumentException("the message is not an event of S3, a part or a sweep");
  }

  /** Renders the message that asks for a part. */
  static String part(String timestamp, int index) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("timestamp", timestamp);
    part.put("index", index);
    return write(Map.of("part", part));
  }

  /** Renders the message that asks for an extraction again. */
  static String manifest(String timestamp) {
    return write(Map.of("manifest", timestamp));
  }

  private static String write(Map<String, Object> message) {
    try {
      return JSON.std.asString(message);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
