package io.exportctl.collection.ingestion.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Typed access to the keys of one JSON object, with failures that name the key. */
final class JobFields {

  private final String place;
  private final String path;
  private final ObjectNode object;
  private final Set<String> known = new HashSet<>();

  /**
   * @param path of the object within the file, ending with a dot; empty for the whole file
   */
  JobFields(String place, String path, ObjectNode object) {
    this.place = place;
    this.path = path;
    this.object = object;
  }

  boolean has(String key) {
    return object.has(key);
  }

  String text(String key, Pattern pattern) {
    JsonNode value = required(key);
    if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
      throw wrong(key, "is not a text of the expected form");
    }
    return value.textValue();
  }

  Optional<String> optionalText(String key, Pattern pattern) {
    known.add(key);
    return object.hasNonNull(key) ? Optional.of(text(key, pattern)) : Optional.empty();
  }

  int integer(String key, int least, int greatest) {
    JsonNode value = required(key);
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > greatest) {
      throw wrong(key, "is not a whole number from %d to %d".formatted(least, greatest));
    }
    return value.intValue();
  }

  boolean bool(String key) {
    JsonNode value = required(key);
    if (!value.isBoolean()) {
      throw wrong(key, "is neither true nor false");
    }
    return value.booleanValue();
  }

  <E extends Enum<E>> E choice(String key, E[] values) {
    JsonNode value = required(key);
    return Stream.of(values)
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(value.textValue()))
        .findFirst()
        .orElseThrow(() -> wrong(key, "is not one of " + names(values)));
  }

  ZoneId zone(String key) {
    JsonNode value = required(key);
    try {
      return ZoneId.of(value.asText());
    } catch (DateTimeException e) {
      throw wrong(key, "is not a time zone");
    }
  }

  URI uri(String key) {
    try {
      URI uri = URI.create(required(key).asText());
      if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(key, "is not a URL");
    }
    throw wrong(key, "is not a URL that begins with https://");
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(key)) {
      if (!item.isTextual()) {
        throw wrong(key, "is not a list of texts");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  List<JobFields> objects(String key) {
    List<JobFields> objects = new ArrayList<>();
    for (JsonNode item : array(key)) {
      if (!(item instanceof ObjectNode node)) {
        throw wrong(key, "is not a list of objects");
      }
      objects.add(new JobFields(place, "%s%s[%d].".formatted(path, key, objects.size()), node));
    }
    return objects;
  }

  JobFields object(String key) {
    if (required(key) instanceof ObjectNode node) {
      return new JobFields(place, path + key + ".", node);
    }
    throw wrong(key, "is not an object");
  }

  /** Fails if there is a key that nobody asked for. */
  void refuseOthers() {
    Set<String> others = new TreeSet<>();
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        others.add(path + name);
      }
    }
    if (!others.isEmpty()) {
      throw IngestionException.failed(
          "job-file",
          "%s: unknown key %s; deploy the program that came with the exportctl that rendered the file"
              .formatted(place, printable("\"" + String.join("\", \"", others) + "\"")));
    }
  }

  IngestionException wrong(String key, String fault) {
    return IngestionException.failed(
        "job-file",
        "%s: the key \"%s\" %s; fix the dataset and render it again"
            .formatted(place, printable(path + key), printable(fault)));
  }

  private JsonNode required(String key) {
    known.add(key);
    JsonNode value = object.get(key);
    if (value == null || value.isNull()) {
      throw IngestionException.failed(
          "job-file",
          "%s: the key \"%s%s\" is missing; render the file with the exportctl that came with this program"
              .formatted(place, path, key));
    }
    return value;
  }

  private JsonNode array(String key) {
    JsonNode value = required(key);
    if (!value.isArray()) {
      throw wrong(key, "is not a list");
    }
    return value;
  }

  private static <E extends Enum<E>> String names(E[] values) {
    return Stream.of(values)
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
