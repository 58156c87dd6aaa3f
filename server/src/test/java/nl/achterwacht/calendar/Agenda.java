package nl.achterwacht.calendar;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import nl.achterwacht.World;
import nl.achterwacht.base.Tx;
import nl.achterwacht.calendar.CalendarRegister.NewSubscription;
import nl.achterwacht.calendar.Subscription.Kind;
import nl.achterwacht.notify.wire.Destinations;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.Network;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitQuery;
import nl.achterwacht.visit.VisitRegister;
import org.jspecify.annotations.Nullable;

/** Anna's calendars, read by a server of ours whose clock stands at 8 March 2027, 09:00. */
final class Agenda implements AutoCloseable {
  static final Instant START = Instant.parse("2027-03-08T08:00:00Z");

  private final World world = new World();
  private final HttpCourier courier;
  private final PasswordBox box = PasswordBox.with(PasswordBox.newKey());
  private final VisitRegister visits;
  private final PlannedVisits planned;
  private final CalendarRegister register;

  Agenda() throws NoSuchAlgorithmException {
    world.clock().advance(Duration.between(world.clock().instant(), START));
    var loopback = List.of(Network.of("127.0.0.0/8"), Network.of("::1/128"));
    courier = new HttpCourier(new Destinations(loopback), SSLContext.getDefault());
    visits = new VisitRegister(world.clock(), world.server().watches());
    planned = new PlannedVisits(new PeopleRegister(), visits);
    register = new CalendarRegister(world.clock(), box);
  }

  World world() {
    return world;
  }

  /** Anna has a calendar read. */
  UUID subscribe(Kind kind, String url, @Nullable String password, boolean titles) {
    String user = password == null ? null : Radicale.USER;
    var asked = new NewSubscription("Werk", kind, url, user, password, titles);
    return in(tx -> register.add(tx, world.rows().organisation(), world.anna(), asked).id());
  }

  /** Anna says that what has this word in its title, or with null everything, is a visit. */
  UUID rule(UUID calendar, @Nullable String word) {
    return in(tx -> register.addRule(tx, subscription(tx, calendar), word).id());
  }

  /** Time passes and the calendars that are due are read. */
  void poll() {
    world.advance(CalendarKeeper.POLL_EVERY);
    keeper(box).pollDue();
  }

  /** All is read anew. */
  void pollWhole() {
    world.advance(CalendarKeeper.WHOLE_EVERY);
    poll();
  }

  CalendarKeeper keeper(PasswordBox itsBox) {
    var server = new CalendarServer(courier);
    return new CalendarKeeper(world.database(), world.clock(), planned, server, itsBox);
  }

  Subscription subscription(UUID calendar) {
    return in(tx -> subscription(tx, calendar));
  }

  private Subscription subscription(Tx tx, UUID calendar) {
    return register.find(tx, world.rows().organisation(), world.anna(), calendar).orElseThrow();
  }

  /** The visits that take place, by their starts. */
  List<Visit> visits() {
    var all = new VisitQuery(null, null, null, 0, 1000);
    return in(tx -> visits.list(tx, world.rows().organisation(), all));
  }

  List<String> starts() {
    return visits().stream().map(v -> v.appointment().plannedStartAt().toString()).toList();
  }

  List<Kept> proposals() {
    return in(tx ->
        new Proposals(world.clock(), planned)
            .of(tx, world.rows().organisation(), world.anna(), 0, 1000));
  }

  Proposals.Accepted accept(UUID proposal, Proposals.Wish wish) {
    return in(tx ->
        new Proposals(world.clock(), planned)
            .accept(tx, world.rows().organisation(), world.anna(), proposal, wish));
  }

  boolean dismiss(UUID proposal) {
    return in(tx ->
        new Proposals(world.clock(), planned)
            .dismiss(tx, world.rows().organisation(), world.anna(), proposal));
  }

  boolean remove(UUID calendar) {
    return in(tx -> register.remove(tx, world.rows().organisation(), world.anna(), calendar));
  }

  /** How many visits were ever planned, cancelled ones too. */
  long everPlanned() {
    return world.count("select count(*) from visit.visit");
  }

  private <T> T in(java.util.function.Function<Tx, T> work) {
    return world.database().inTransaction(work);
  }

  /** One appointment, or one that repeats with its exceptions, as a calendar program writes it. */
  static String calendar(String... events) {
    var text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//NL\n").append(ZONE);
    for (String event : events) {
      text.append("BEGIN:VEVENT\nDTSTAMP:20270301T080000Z\n").append(event).append("END:VEVENT\n");
    }
    return text.append("END:VCALENDAR\n").toString();
  }

  // As phones send it along; a server that must compare exceptions asks for it.
  private static final String ZONE =
      """
      BEGIN:VTIMEZONE
      TZID:Europe/Amsterdam
      BEGIN:DAYLIGHT
      DTSTART:19810329T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
      END:DAYLIGHT
      BEGIN:STANDARD
      DTSTART:19961027T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
      END:STANDARD
      END:VTIMEZONE
      """;

  /** At a day and a time by our clock; an hour long. */
  static String event(String uid, String day, String time, String more) {
    String hour = "%02d".formatted(Integer.parseInt(time.substring(0, 2)) + 1);
    return """
    UID:%s
    DTSTART;TZID=Europe/Amsterdam:%sT%s00
    DTEND;TZID=Europe/Amsterdam:%sT%s00
    SUMMARY:Huisbezoek mevrouw Geheim
    LOCATION:Dorpsstraat 12
    %s\
    """
        .formatted(uid, day, time, day, hour + time.substring(2), more);
  }

  @Override
  public void close() {
    courier.close();
    world.close();
  }
}
