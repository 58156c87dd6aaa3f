package nl.achterwacht.calendar.ics;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendars. The library's parser takes the text apart and its rules work out what repeats;
 * its model of a calendar is left aside, as that may fetch definitions of time zones from addresses
 * that stand in the text, and keeps them for the whole process.
 */
public final class CalendarText {
  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 50_000;

  private CalendarText() {}

  /**
   * What lies in a time.
   *
   * @param unreadable how many appointments could not be read
   */
  public record Found(List<Occurrence> occurrences, int unreadable) {
    public Found {
      occurrences = List.copyOf(occurrences);
    }
  }

  /** What of one calendar lies, in whole or in part, between {@code from} and {@code until}. */
  public static Found read(String text, Instant from, Instant until) throws CalendarFault {
    return occurrences(parse(text), 0, from, until);
  }

  /** The same of many objects of one calendar; one that is broken is counted as unreadable. */
  public static Found readAll(List<String> texts, Instant from, Instant until)
      throws CalendarFault {
    var parts = new ArrayList<Component>();
    int broken = 0;
    for (String text : texts) {
      try {
        parts.addAll(parse(text));
      } catch (CalendarFault e) {
        broken++;
      }
    }
    return occurrences(parts, broken, from, until);
  }

  private static Found occurrences(List<Component> parts, int broken, Instant from, Instant until)
      throws CalendarFault {
    if (parts.size() > MOST_PARTS) {
      throw new CalendarFault(CalendarFault.TOO_MUCH);
    }
    var zones = new Zones(parts.stream().filter(p -> p.name().equals("VTIMEZONE")).toList());
    Map<String, List<Event>> byUid = new LinkedHashMap<>();
    int unreadable = broken;
    for (Component part : parts) {
      if (part.name().equals("VEVENT")) {
        Event event = Event.read(part, zones);
        if (event == null) {
          unreadable++;
        } else {
          byUid.computeIfAbsent(event.uid(), uid -> new ArrayList<>()).add(event);
        }
      }
    }
    var expansion = new Expansion(from, until);
    for (List<Event> events : byUid.values()) {
      if (!expansion.add(events)) {
        unreadable++;
      }
    }
    return new Found(expansion.occurrences(), unreadable);
  }

  private static List<Component> parse(String text) throws CalendarFault {
    var collector = new Collector();
    try (var reader = new UnfoldingReader(new StringReader(text), true)) {
      new CalendarParserImpl(true).parse(reader, collector);
    } catch (IOException | ParserException e) {
      throw new CalendarFault(CalendarFault.NOT_A_CALENDAR);
    }
    if (!collector.calendarSeen) {
      throw new CalendarFault(CalendarFault.NOT_A_CALENDAR);
    }
    return collector.top;
  }

  /** Keeps what the parser sees. */
  private static final class Collector implements ContentHandler {
    private final List<Component> top = new ArrayList<>();
    private final Deque<Component> open = new ArrayDeque<>();
    private final Map<String, String> parameters = new HashMap<>();
    private @Nullable String value;
    private boolean calendarSeen;

    @Override
    public void startCalendar() {
      calendarSeen = true;
    }

    @Override
    public void endCalendar() {}

    @Override
    public void startComponent(String name) {
      if (open.size() >= DEEPEST) {
        throw new IllegalStateException("components inside components");
      }
      open.push(Component.named(name));
    }

    @Override
    public void endComponent(String name) {
      Component ended = open.pop();
      Component around = open.peek();
      (around == null ? top : around.parts()).add(ended);
    }

    @Override
    public void startProperty(String name) {
      parameters.clear();
      value = null;
    }

    @Override
    public void parameter(String name, String its) {
      parameters.put(name.toUpperCase(Locale.ROOT), its.replace("\"", ""));
    }

    @Override
    public void propertyValue(String its) {
      value = its;
    }

    @Override
    public void endProperty(String name) {
      Component inside = open.peek();
      if (inside != null && value != null) {
        inside
            .lines()
            .add(new Component.Line(name.toUpperCase(Locale.ROOT), Map.copyOf(parameters), value));
      }
    }
  }
}
