package nl.achterwacht.calendar;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar server answers to a report (RFC 4918, 4791, 6578).
 *
 * @param responses how many things it speaks of
 * @param calendars the texts of those it sent along
 * @param syncToken names the present state of the collection
 */
record MultiStatus(int responses, List<String> calendars, @Nullable String syncToken) {
  private static final String DAV = "DAV:";
  private static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
  private static final XMLInputFactory FACTORY = factory();

  MultiStatus {
    calendars = List.copyOf(calendars);
  }

  /** Empty when it is no such answer. */
  static Optional<MultiStatus> read(byte[] xml) {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
      return Optional.ofNullable(read(reader));
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static @Nullable MultiStatus read(XMLStreamReader reader) throws XMLStreamException {
    boolean isOne = false;
    int responses = 0;
    String token = null;
    var calendars = new ArrayList<String>();
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (isNamed(reader, DAV, "multistatus")) {
        isOne = true;
      } else if (isNamed(reader, DAV, "response")) {
        responses++;
      } else if (isNamed(reader, DAV, "sync-token")) {
        token = reader.getElementText().strip();
      } else if (isNamed(reader, CALDAV, "calendar-data")) {
        calendars.add(reader.getElementText());
      }
    }
    return isOne ? new MultiStatus(responses, calendars, token) : null;
  }

  private static boolean isNamed(XMLStreamReader reader, String space, String name) {
    return space.equals(reader.getNamespaceURI()) && name.equals(reader.getLocalName());
  }

  /** Neither definitions nor anything elsewhere is read. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
