package nl.achterwacht.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML that somebody sent. A document type is refused, and with it all entities: those that
 * read files of ours and those that grow to fill the memory.
 */
final class SafeXml {
  private SafeXml() {}

  /** The document, or empty with what is the matter told to {@code otherwise}. */
  static Optional<Document> read(byte[] xml, java.util.function.Consumer<String> otherwise) {
    try {
      return Optional.of(parser().parse(new ByteArrayInputStream(xml)));
    } catch (SAXParseException e) {
      otherwise.accept("line " + e.getLineNumber() + ": " + e.getMessage());
    } catch (SAXException | IOException e) {
      otherwise.accept(String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private static DocumentBuilder parser() {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setErrorHandler(new Throwing());
      return parser;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own parser can do this", e);
    }
  }

  /** The parser's own handler would write to the log what somebody sent. */
  private static final class Throwing implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }
}
