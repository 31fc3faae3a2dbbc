package io.exportctl.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.Tag;

/** Attributes of an object by the SDK's names: metadata, content headers, encryption. */
public record Attributes(Map<String, Object> byName) {

  /** Attributes that CopyObject copies from the source. */
  private static final Set<String> CARRIED =
      Set.of(
          "Metadata",
          "CacheControl",
          "ContentDisposition",
          "ContentEncoding",
          "ContentLanguage",
          "ContentType",
          "Expires");

  /** Attributes that each request to create an object has to specify. */
  private static final Set<String> GIVEN =
      Set.of(
          "ACL",
          "StorageClass",
          "ServerSideEncryption",
          "SSEKMSKeyId",
          "SSECustomerAlgorithm",
          "WebsiteRedirectLocation");

  public Attributes {
    byName = Map.copyOf(byName);
  }

  static Attributes of(SdkPojo request) {
    return from(request, true);
  }

  /** Returns the attributes of a copy that this request creates. */
  Attributes carriedBy(SdkPojo request) {
    Map<String, Object> all = new TreeMap<>(from(request, false).byName);
    byName.forEach(
        (name, value) -> {
          if (CARRIED.contains(name)) {
            all.put(name, value);
          }
        });
    return new Attributes(all);
  }

  /** Sets the answer's fields of the same names. */
  <T extends SdkPojo> T tell(T answer) {
    for (SdkField<?> field : answer.sdkFields()) {
      if (byName.containsKey(field.memberName())) {
        field.set(answer, byName.get(field.memberName()));
      }
    }
    return answer;
  }

  /** Returns an attribute as text; empty if it is missing. */
  public String get(String name) {
    return byName.getOrDefault(name, "").toString();
  }

  /** The user's own metadata. */
  public Map<String, String> metadata() {
    Map<String, String> found = new TreeMap<>();
    if (byName.get("Metadata") instanceof Map<?, ?> metadata) {
      metadata.forEach((name, value) -> found.put(name.toString(), value.toString()));
    }
    return found;
  }

  /** Parses the tags of a header, such as {@code a=b&c=d}, URL-encoded. */
  static List<Tag> tags(String header) {
    if (header == null || header.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(header.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .map(pair -> tag(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : ""))
        .toList();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Attributes from(SdkPojo request, boolean carried) {
    Map<String, Object> found = new TreeMap<>();
    for (SdkField<?> field : request.sdkFields()) {
      Object value = field.getValueOrDefault(request);
      boolean wanted =
          GIVEN.contains(field.memberName()) || (carried && CARRIED.contains(field.memberName()));
      if (wanted && value != null) {
        found.put(field.memberName(), value);
      }
    }
    return new Attributes(found);
  }
}
