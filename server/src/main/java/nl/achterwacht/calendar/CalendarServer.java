package nl.achterwacht.calendar;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.HttpCourier.Question;
import nl.achterwacht.notify.wire.HttpCourier.Reading;
import nl.achterwacht.notify.wire.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * Asks calendars elsewhere what is in them, through the door that reaches no machine of our own
 * network (decision 0010). What it fetches is kept nowhere.
 */
public final class CalendarServer {
  /** How long one calendar may take, redirects and all. */
  static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final int MOST_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  // What servers answer that keep no account of changes, or no longer know this token.
  private static final Set<Integer> NO_SYNC = Set.of(400, 403, 405, 409, 412, 415, 501, 507);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final HttpCourier courier;

  public CalendarServer(HttpCourier courier) {
    this.courier = courier;
  }

  /** What a calendar answered. */
  sealed interface Answer {
    /** Nothing in it changed. */
    record Unchanged(@Nullable String etag, @Nullable String token) implements Answer {}

    /** All of it that lies in the time asked for; of a feed simply all. */
    record Whole(List<String> texts, @Nullable String etag, @Nullable String token)
        implements Answer {}

    /** No answer; {@code code} is a stable word. */
    record Trouble(String code) implements Answer {}
  }

  /**
   * What is asked.
   *
   * @param password of {@code userName}; null when there is none
   * @param whole everything, also if nothing changed
   */
  record Asked(
      Subscription of, @Nullable String password, boolean whole, Instant from, Instant until) {
    @Override
    public String toString() {
      return "Asked[" + of.id() + "]";
    }
  }

  Answer ask(Asked asked) {
    return TimeLimit.keep(
        TIME_LIMIT,
        () ->
            switch (asked.of().kind()) {
              case FEED -> feed(asked);
              case CALDAV -> collection(asked);
            },
        why -> new Answer.Trouble("not-reached"));
  }

  private Answer feed(Asked asked) {
    var headers = new TreeMap<String, String>();
    headers.put("Accept", "text/calendar");
    String etag = asked.of().sync().etag();
    if (etag != null && !asked.whole()) {
      headers.put("If-None-Match", etag);
    }
    Reading reading = follow(asked, "GET", headers, "");
    if (reading instanceof Reading.Read(int status, var its, var body)) {
      if (status == 304) {
        return new Answer.Unchanged(etag, null);
      }
      if (status == 200) {
        String text = new String(body, StandardCharsets.UTF_8);
        return new Answer.Whole(List.of(text), its.get("etag"), null);
      }
    }
    return trouble(reading);
  }

  private Answer collection(Asked asked) {
    Changes changes = changes(asked, asked.of().sync().token());
    if (changes.trouble() != null) {
      return changes.trouble();
    }
    if (changes.none() && !asked.whole()) {
      return new Answer.Unchanged(null, changes.token());
    }
    // The token is older than what follows: what changes in between is seen once more.
    Reading reading =
        report(asked, "1", allBetween(UTC.format(asked.from()), UTC.format(asked.until())));
    if (reading instanceof Reading.Read(int status, _, var body) && status == 207) {
      return MultiStatus.read(body)
          .<Answer>map(found -> new Answer.Whole(found.calendars(), null, changes.token()))
          .orElse(new Answer.Trouble("not-a-calendar"));
    }
    return trouble(reading);
  }

  /** Whether anything changed since a token, and the next token. */
  private record Changes(boolean none, @Nullable String token, Answer.@Nullable Trouble trouble) {}

  private Changes changes(Asked asked, @Nullable String token) {
    Reading reading = report(asked, "0", since(token == null ? "" : escaped(token)));
    if (reading instanceof Reading.Read(int status, _, var body)) {
      MultiStatus found = status == 207 ? MultiStatus.read(body).orElse(null) : null;
      if (found != null) {
        boolean none = token != null && found.responses() == 0;
        return new Changes(none, found.syncToken(), null);
      }
      if (NO_SYNC.contains(status)) {
        return token == null ? new Changes(false, null, null) : changes(asked, null);
      }
    }
    return new Changes(false, null, trouble(reading));
  }

  private Reading report(Asked asked, String depth, String body) {
    var headers = new TreeMap<String, String>();
    headers.put("Content-Type", "application/xml; charset=utf-8");
    headers.put("Depth", depth);
    return follow(asked, "REPORT", headers, body);
  }

  /**
   * Asks, and follows redirects; elsewhere than where it was given for, the password stays home.
   */
  private Reading follow(Asked asked, String method, Map<String, String> headers, String body) {
    URI first = URI.create(asked.of().login().url());
    URI at = first;
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    for (int n = 0; ; n++) {
      var sent = new TreeMap<>(headers);
      if (isSameOrigin(first, at)) {
        authorise(asked, sent);
      }
      Reading reading = courier.ask(new Question(method, at, sent, bytes, MOST_BYTES));
      URI next = n < MOST_REDIRECTS ? redirect(at, reading) : null;
      if (next == null) {
        return reading;
      }
      at = next;
    }
  }

  private static @Nullable URI redirect(URI from, Reading reading) {
    if (reading instanceof Reading.Read(int status, var headers, _) && REDIRECTS.contains(status)) {
      try {
        String location = headers.get("location");
        return location == null ? null : from.resolve(location);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    return null;
  }

  private static void authorise(Asked asked, Map<String, String> headers) {
    String user = asked.of().login().userName();
    String password = asked.password();
    if (user != null && password != null) {
      byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }
  }

  private static boolean isSameOrigin(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort();
  }

  private static Answer.Trouble trouble(Reading reading) {
    return new Answer.Trouble(
        switch (reading) {
          case Reading.Forbidden _ -> "forbidden-address";
          case Reading.NotReached _ -> "not-reached";
          case Reading.TooLong _ -> "too-large";
          case Reading.Read(int status, _, _) ->
              switch (status) {
                case 401, 403 -> "sign-in";
                case 404, 410 -> "not-found";
                default -> status == 207 ? "not-a-calendar" : "odd-answer";
              };
        });
  }

  private static String since(String token) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <d:sync-collection xmlns:d="DAV:"><d:sync-token>%s</d:sync-token>\
    <d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>
    """
        .formatted(token);
  }

  private static String allBetween(String from, String until) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">\
    <d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>\
    <c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">\
    <c:time-range start="%s" end="%s"/></c:comp-filter></c:comp-filter></c:filter>\
    </c:calendar-query>
    """
        .formatted(from, until);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
