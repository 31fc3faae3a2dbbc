package io.exportctl.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * An HTTP request that converts itself to the SDK's request, whose fields declare their locations.
 *
 * @param key empty if the request is about a bucket
 * @param headers by their names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WireRequest(
    String method,
    String bucket,
    String key,
    Map<String, String> parameters,
    Map<String, String> headers,
    byte[] body) {

  private static final String COPY_SOURCE = "x-amz-copy-source";

  static WireRequest read(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath().substring(1);
    int slash = path.indexOf('/');
    Map<String, String> headers = new TreeMap<>();
    exchange.getRequestHeaders().forEach((name, all) -> headers.put(lower(name), all.get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    return new WireRequest(
        exchange.getRequestMethod(),
        decode(slash < 0 ? path : path.substring(0, slash)),
        slash < 0 ? "" : decode(path.substring(slash + 1)),
        parameters(Optional.ofNullable(uri.getRawQuery()).orElse("")),
        headers,
        AwsChunked.isIn(headers) ? AwsChunked.decode(body, headers) : body);
  }

  boolean has(String mark) {
    return parameters.containsKey(mark) || headers.containsKey(mark);
  }

  /** Converts this to the SDK's request. */
  S3Request to(S3Request.Builder builder) {
    SdkPojo target = (SdkPojo) builder;
    for (SdkField<?> field : target.sdkFields()) {
      switch (field.location()) {
        case PATH -> field.set(target, bucket);
        case GREEDY_PATH -> field.set(target, key);
        case QUERY_PARAM -> set(target, field, parameters.get(field.locationName()));
        case HEADER -> header(target, field);
        case PAYLOAD -> payload(target, field);
        case STATUS_CODE -> {}
        default -> throw new IllegalStateException("no such place: " + field.location());
      }
    }
    return builder.build();
  }

  private void header(SdkPojo target, SdkField<?> field) {
    String name = lower(field.locationName());
    if (name.equals("x-amz-meta-")) {
      Map<String, String> metadata = new TreeMap<>();
      headers.forEach(
          (header, value) -> {
            if (header.startsWith(name)) {
              metadata.put(header.substring(name.length()), value);
            }
          });
      field.set(target, metadata);
      return;
    }
    set(target, field, headers.get(name));
  }

  private void payload(SdkPojo target, SdkField<?> field) {
    if (field.memberName().startsWith("Source") && headers.containsKey(COPY_SOURCE)) {
      field.set(target, copySource(field.memberName()));
    } else if (field.containsTrait(PayloadTrait.class) && body.length > 0) {
      field.set(target, XmlReader.read(body, field));
    }
  }

  /** Returns one of the three fields that the SDK splits the header into. */
  private String copySource(String field) {
    String[] pathAndVersion = headers.get(COPY_SOURCE).split("\\?versionId=", 2);
    String path = decode(pathAndVersion[0].replaceFirst("^/", ""));
    int slash = path.indexOf('/');
    return switch (field) {
      case "SourceBucket" -> path.substring(0, slash);
      case "SourceKey" -> path.substring(slash + 1);
      default -> pathAndVersion.length == 2 ? pathAndVersion[1] : null;
    };
  }

  private static void set(SdkPojo target, SdkField<?> field, String text) {
    if (text != null) {
      field.set(target, Texts.parse(field, text));
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> found = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      found.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
    }
    return found;
  }

  /** Decodes percent signs only; a plus stays a plus. */
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
