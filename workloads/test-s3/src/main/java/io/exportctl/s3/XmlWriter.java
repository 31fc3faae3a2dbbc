package io.exportctl.s3;

import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;

/** Writes the XML of an answer, as the fields of the SDK's object describe it. */
final class XmlWriter {

  private final StringBuilder xml = new StringBuilder();
  private final boolean encoded;

  private XmlWriter(boolean encoded) {
    this.encoded = encoded;
  }

  /** Returns the body; empty if the answer has no members for it. */
  static String write(SdkPojo response, String root) {
    if (root.isEmpty()) {
      return "";
    }
    XmlWriter writer = new XmlWriter(isEncoded(response));
    writer.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writer.element(root, payload(response));
    return writer.xml.toString();
  }

  static String error(String code, String message) {
    XmlWriter writer = new XmlWriter(false);
    writer.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>");
    writer.text(code);
    writer.xml.append("</Code><Message>");
    writer.text(message);
    writer.xml.append("</Message><RequestId>0</RequestId></Error>");
    return writer.xml.toString();
  }

  private static boolean isEncoded(SdkPojo response) {
    return response.sdkFields().stream()
        .filter(field -> field.memberName().equals("EncodingType"))
        .anyMatch(field -> "url".equals(field.getValueOrDefault(response)));
  }

  /** Fields of the body: one payload member, or all fields that are not headers. */
  private static SdkPojo payload(SdkPojo response) {
    return response.sdkFields().stream()
        .filter(field -> field.containsTrait(PayloadTrait.class))
        .map(field -> field.getValueOrDefault(response))
        .map(SdkPojo.class::cast)
        .findFirst()
        .orElse(response);
  }

  private void element(String name, SdkPojo pojo) {
    xml.append('<').append(name).append('>');
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (field.location() == MarshallLocation.PAYLOAD && value != null) {
        member(field.unmarshallLocationName(), field, value);
      }
    }
    xml.append("</").append(name).append('>');
  }

  private void member(String name, SdkField<?> field, Object value) {
    if (value instanceof List<?> members) {
      ListTrait list = field.getTrait(ListTrait.class);
      if (!list.isFlattened()) {
        xml.append('<').append(name).append('>');
      }
      String each = list.isFlattened() ? name : list.memberLocationName();
      members.forEach(member -> member(each, list.memberFieldInfo(), member));
      if (!list.isFlattened()) {
        xml.append("</").append(name).append('>');
      }
    } else if (value instanceof SdkPojo pojo) {
      element(name, pojo);
    } else {
      xml.append('<').append(name).append('>');
      text(Texts.of(field, value, encoded));
      xml.append("</").append(name).append('>');
    }
  }

  /** Escapes characters that XML cannot hold as references, as S3 does. */
  private void text(String text) {
    text.codePoints()
        .forEach(
            it -> {
              switch (it) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                default -> {
                  if (it < ' ') {
                    xml.append("&#").append(it).append(';');
                  } else {
                    xml.appendCodePoint(it);
                  }
                }
              }
            });
  }
}
