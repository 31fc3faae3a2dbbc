package io.exportctl.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Parses the XML of a request into the SDK's objects, as their fields describe it. */
final class XmlReader {

  private XmlReader() {}

  static Object read(byte[] body, SdkField<?> field) {
    try {
      return pojo(
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(body))
              .getDocumentElement(),
          field);
    } catch (SAXException | IOException e) {
      throw Answers.refusal(400, "MalformedXML");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object pojo(Element element, SdkField<?> of) {
    SdkPojo builder = of.constructor().get();
    for (SdkField<?> field : builder.sdkFields()) {
      List<Element> found = children(element, field.locationName());
      if (!found.isEmpty()) {
        field.set(builder, value(found, field));
      }
    }
    return ((Buildable) builder).build();
  }

  private static Object value(List<Element> found, SdkField<?> field) {
    return switch (field.marshallingType().getKnownType()) {
      case LIST -> {
        ListTrait list = field.getTrait(ListTrait.class);
        List<Element> members =
            list.isFlattened() ? found : children(found.get(0), list.memberLocationName());
        List<Object> values = new ArrayList<>();
        for (Element member : members) {
          values.add(value(List.of(member), list.memberFieldInfo()));
        }
        yield values;
      }
      case SDK_POJO -> pojo(found.get(0), field);
      default -> Texts.parse(field, found.get(0).getTextContent());
    };
  }

  private static List<Element> children(Element element, String name) {
    List<Element> found = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element it && it.getNodeName().equals(name)) {
        found.add(it);
      }
    }
    return found;
  }
}
