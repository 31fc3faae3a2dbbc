package io.exportctl.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/** Converts values of the SDK's fields from and to text. */
final class Texts {

  /** Fields that a listing encodes on request: XML cannot hold every character of a key. */
  private static final Set<String> ENCODED =
      Set.of("Key", "Prefix", "Delimiter", "KeyMarker", "NextKeyMarker", "StartAfter");

  private Texts() {}

  static Object parse(SdkField<?> field, String text) {
    return switch (field.marshallingType().getKnownType()) {
      case INTEGER -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case INSTANT -> instant(text);
      case LIST -> List.of(text.split(", *", -1));
      default -> text;
    };
  }

  static String of(SdkField<?> field, Object value, boolean encoded) {
    if (value instanceof Instant instant) {
      return field.location() == MarshallLocation.HEADER
          ? DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC))
          : instant.toString();
    }
    return encoded && ENCODED.contains(field.memberName())
        ? URLEncoder.encode(value.toString(), UTF_8).replace("+", "%20").replace("%2F", "/")
        : value.toString();
  }

  /** Null for an invalid date, which S3 keeps as text. */
  private static Instant instant(String text) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
