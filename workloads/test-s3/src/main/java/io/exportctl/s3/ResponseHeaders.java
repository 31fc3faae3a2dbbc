package io.exportctl.s3;

import com.sun.net.httpserver.Headers;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/** Writes the headers of an answer, as the fields of the SDK's object describe them. */
final class ResponseHeaders {

  private ResponseHeaders() {}

  static void write(SdkPojo response, Headers headers) {
    for (SdkField<?> field : response.sdkFields()) {
      Object value = field.getValueOrDefault(response);
      if (field.location() != MarshallLocation.HEADER || value == null) {
        continue;
      }
      if (value instanceof Map<?, ?> metadata) {
        metadata.forEach((name, text) -> headers.set(field.locationName() + name, "" + text));
      } else if (!field.memberName().equals("ExpiresString")) {
        headers.set(field.locationName(), Texts.of(field, value, false));
      }
    }
  }
}
