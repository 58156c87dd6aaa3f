package nl.achterwacht.calendar;

import static nl.achterwacht.calendar.Agenda.calendar;
import static nl.achterwacht.calendar.Agenda.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.calendar.Subscription.Kind;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.WatchEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Visits follow a calendar on a real CalDAV server. */
class RadicaleTest {
  private static final String TUESDAYS = "RRULE:FREQ=WEEKLY;COUNT=5\n";

  private final Radicale radicale = Radicale.start();
  private final Agenda agenda = newAgenda();

  private static Agenda newAgenda() {
    try {
      return new Agenda();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    agenda.close();
    radicale.close();
  }

  private UUID everythingIsAVisit() {
    UUID calendar = subscribe();
    agenda.rule(calendar, null);
    return calendar;
  }

  private UUID subscribe() {
    return agenda.subscribe(Kind.CALDAV, radicale.url(), Radicale.PASSWORD, false);
  }

  @Test
  void createdMovedAndCancelledTheVisitFollows() {
    UUID calendar = everythingIsAVisit();
    radicale.put("a", calendar(event("a", "20270310", "1400", "")));
    agenda.poll();
    Visit planned = agenda.visits().getFirst();
    assertThat(agenda.subscription(calendar).health().trouble()).isNull();
    assertThat(planned.worker()).isEqualTo(agenda.world().anna());
    assertThat(planned.appointment().plannedStartAt()).isEqualTo("2027-03-10T13:00:00Z");
    assertThat(planned.appointment().place().address()).isEqualTo("Dorpsstraat 12");
    assertThat(planned.appointment().purpose()).isNull();
    assertThat(plannedWatches()).isEqualTo(1);

    radicale.put("a", calendar(event("a", "20270311", "1530", "SEQUENCE:1\n")));
    agenda.poll();
    assertThat(agenda.visits()).hasSize(1);
    Visit moved = agenda.visits().getFirst();
    assertThat(moved.id()).isEqualTo(planned.id());
    assertThat(moved.appointment().plannedStartAt()).isEqualTo("2027-03-11T14:30:00Z");

    radicale.delete("a");
    agenda.poll();
    assertThat(agenda.visits()).isEmpty();
    assertThat(plannedWatches()).isZero();
    assertThat(agenda.everPlanned()).isEqualTo(1);
  }

  @Test
  void whatWasCancelledInTheCalendarIsCancelledHere() {
    everythingIsAVisit();
    radicale.put("a", calendar(event("a", "20270310", "1400", "")));
    agenda.poll();
    radicale.put("a", calendar(event("a", "20270310", "1400", "STATUS:CANCELLED\nSEQUENCE:1\n")));
    agenda.poll();
    assertThat(agenda.visits()).isEmpty();
  }

  @Test
  void whatRepeatsKeepsItsHourWhenTheClockChangesAndIsNeverDoubled() {
    everythingIsAVisit();
    radicale.put("a", calendar(event("a", "20270316", "1400", TUESDAYS)));
    agenda.poll();
    List<String> starts =
        List.of(
            "2027-03-16T13:00:00Z",
            "2027-03-23T13:00:00Z",
            "2027-03-30T12:00:00Z",
            "2027-04-06T12:00:00Z",
            "2027-04-13T12:00:00Z");
    assertThat(agenda.starts()).isEqualTo(starts);
    for (int i = 0; i < 3; i++) {
      agenda.pollWhole();
    }
    assertThat(agenda.starts()).isEqualTo(starts);
    assertThat(agenda.everPlanned()).isEqualTo(5);
  }

  @Test
  void exceptionsToWhatRepeatsAreFollowed() {
    everythingIsAVisit();
    radicale.put("a", calendar(event("a", "20270316", "1400", TUESDAYS)));
    agenda.poll();
    List<VisitId> before = ids();
    String without = "EXDATE;TZID=Europe/Amsterdam:20270406T140000\n";
    String moved = "RECURRENCE-ID;TZID=Europe/Amsterdam:20270330T140000\nSEQUENCE:1\n";
    radicale.put(
        "a",
        calendar(
            event("a", "20270316", "1400", TUESDAYS + without),
            event("a", "20270331", "0900", moved)));
    agenda.poll();
    assertThat(agenda.starts())
        .containsExactly(
            "2027-03-16T13:00:00Z",
            "2027-03-23T13:00:00Z",
            "2027-03-31T07:00:00Z",
            "2027-04-13T12:00:00Z");
    assertThat(before).containsAll(ids());
    assertThat(agenda.everPlanned()).isEqualTo(5);
  }

  @Test
  void aSeriesThatIsMovedAsAWholeKeepsItsVisits() {
    everythingIsAVisit();
    radicale.put("a", calendar(event("a", "20270316", "1400", TUESDAYS)));
    agenda.poll();
    List<VisitId> before = ids();
    radicale.put("a", calendar(event("a", "20270316", "1600", TUESDAYS + "SEQUENCE:1\n")));
    agenda.poll();
    assertThat(ids()).isEqualTo(before);
    assertThat(agenda.starts())
        .startsWith("2027-03-16T15:00:00Z")
        .endsWith("2027-04-13T14:00:00Z")
        .hasSize(5);
    assertThat(agenda.everPlanned()).isEqualTo(5);
  }

  @Test
  void aVisitThatHasBegunStaysAsItIs() {
    everythingIsAVisit();
    radicale.put("a", calendar(event("a", "20270310", "1400", "")));
    agenda.poll();
    Visit visit = agenda.visits().getFirst();
    start(visit);
    radicale.put("a", calendar(event("a", "20270310", "1600", "SEQUENCE:1\n")));
    agenda.poll();
    assertThat(agenda.starts()).containsExactly("2027-03-10T13:00:00Z");
    radicale.delete("a");
    agenda.poll();
    assertThat(agenda.starts()).containsExactly("2027-03-10T13:00:00Z");
  }

  @Test
  void nothingIsReadWhenNothingChanged() {
    UUID calendar = everythingIsAVisit();
    radicale.put("a", calendar(event("a", "20270310", "1400", "")));
    agenda.poll();
    Instant readAt = agenda.subscription(calendar).sync().readAt();
    agenda.poll();
    assertThat(agenda.subscription(calendar).sync().readAt()).isEqualTo(readAt);
    assertThat(agenda.subscription(calendar).health().answeredAt()).isAfter(readAt);
    radicale.put("b", calendar(event("b", "20270311", "1400", "")));
    agenda.poll();
    assertThat(agenda.visits()).hasSize(2);
    assertThat(agenda.subscription(calendar).sync().readAt()).isAfter(readAt);
  }

  @Test
  void withAWrongPasswordTheOwnerHearsAndNothingIsCancelled() {
    everythingIsAVisit();
    radicale.put("a", calendar(event("a", "20270310", "1400", "")));
    agenda.poll();
    UUID wrong = agenda.subscribe(Kind.CALDAV, radicale.url(), "iets anders", false);
    agenda.poll();
    assertThat(agenda.subscription(wrong).health().trouble()).isEqualTo("sign-in");
    assertThat(agenda.visits()).hasSize(1);
  }

  private List<VisitId> ids() {
    return agenda.visits().stream().map(Visit::id).toList();
  }

  private long plannedWatches() {
    return agenda.world().count("select count(*) from watch.watch where state = 'planned'");
  }

  private void start(Visit visit) {
    Instant now = agenda.world().clock().instant();
    var started = new WatchEvent.Started(now, Leg.OUT, now.plusSeconds(3600));
    var act = Act.of(started, visit.worker(), UUID.randomUUID());
    agenda
        .world()
        .database()
        .inTransaction(tx ->
            agenda.world().server().watches().handle(tx, visit.organisation(), visit.watch(), act));
  }
}
