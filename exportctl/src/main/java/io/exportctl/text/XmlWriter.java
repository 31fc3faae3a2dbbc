package io.exportctl.text;

import java.io.PrintWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writer of an XML document, nested like the calling code, with an element per line. */
public final class XmlWriter {

  private final XMLStreamWriter xml;
  private int depth;

  /** True if the current element has child elements. */
  private boolean hasElements;

  private XmlWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** A call that writes. */
  private interface Step {

    void run() throws XMLStreamException;
  }

  /** Writes a document and a line break. */
  public static void write(PrintWriter out, String root, Consumer<XmlWriter> content) {
    run(
        () -> {
          XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
          xml.writeStartDocument("UTF-8", "1.0");
          new XmlWriter(xml).element(root, content);
          xml.writeEndDocument();
          xml.close();
        });
    out.print('\n');
  }

  /** Adds an attribute to the current element, which must not have content yet. */
  public XmlWriter attribute(String name, Object value) {
    run(() -> xml.writeAttribute(name, allowed(String.valueOf(value))));
    return this;
  }

  public XmlWriter element(String name, Consumer<XmlWriter> content) {
    run(
        () -> {
          newLine();
          xml.writeStartElement(name);
          depth++;
          hasElements = false;
          content.accept(this);
          depth--;
          if (hasElements) {
            newLine();
          }
          xml.writeEndElement();
          hasElements = true;
        });
    return this;
  }

  /** Writes an element with text only; line breaks are kept. */
  public XmlWriter text(String name, String text, Consumer<XmlWriter> attributes) {
    run(
        () -> {
          newLine();
          xml.writeStartElement(name);
          attributes.accept(this);
          xml.writeCharacters(allowed(text));
          xml.writeEndElement();
          hasElements = true;
        });
    return this;
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /**
   * <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0</a> does not allow other characters, not
   * even escaped.
   */
  private static String allowed(String text) {
    return CharacterFilter.keep(
        text,
        point ->
            point == '\t'
                || point == '\n'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < 0xFFFE)
                || point > 0xFFFF);
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML", e);
    }
  }
}
