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

/**
 * What an object has beside its bytes, by the SDK's names: metadata, content headers, encryption.
 */
public record Attributes(Map<String, Object> byName) {

  /** What CopyObject takes over from the source. */
  private static final Set<String> CARRIED =
      Set.of(
          "Metadata",
          "CacheControl",
          "ContentDisposition",
          "ContentEncoding",
          "ContentLanguage",
          "ContentType",
          "Expires");

  /** What has to be given with each request that makes an object. */
  private static final Set<String> GIVEN =
      Set.of(
          "ACL", "StorageClass", "ServerSideEncryption", "SSEKMSKeyId", "WebsiteRedirectLocation");

  public Attributes {
    byName = Map.copyOf(byName);
  }

  static Attributes of(SdkPojo request) {
    return from(request, true);
  }

  /** What a copy of an object with these has, when asked for by this request. */
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

  /** Puts them into whatever fields of these names the answer has. */
  <T extends SdkPojo> T tell(T answer) {
    for (SdkField<?> field : answer.sdkFields()) {
      if (byName.containsKey(field.memberName())) {
        field.set(answer, byName.get(field.memberName()));
      }
    }
    return answer;
  }

  /** As text; empty if there is none of this name. */
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

  /** Tags as the header has them: {@code a=b&c=d}, encoded. */
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
