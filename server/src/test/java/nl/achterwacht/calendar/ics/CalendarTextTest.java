package nl.achterwacht.calendar.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.calendar.ics.CalendarText.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in a time to come: around the change to summer time of 28 March 2027. */
class CalendarTextTest {
  private static final Instant FROM = Instant.parse("2027-03-08T08:00:00Z");
  private static final Instant UNTIL = FROM.plus(Duration.ofDays(60));
  private static final String TUESDAYS =
      """
      DTSTART;TZID=Europe/Amsterdam:20270316T140000
      DTEND;TZID=Europe/Amsterdam:20270316T150000
      RRULE:FREQ=WEEKLY;COUNT=5
      LOCATION:Dorpsstraat 12\\, Voorbeeldstad
      SUMMARY:Bezoek
      """;

  @Test
  void twoInTheAfternoonStaysTwoInTheAfternoonWhenTheClockChanges() throws CalendarFault {
    assertThat(starts(event(TUESDAYS)))
        .containsExactly(
            "2027-03-16T13:00:00Z",
            "2027-03-23T13:00:00Z",
            "2027-03-30T12:00:00Z",
            "2027-04-06T12:00:00Z",
            "2027-04-13T12:00:00Z");
  }

  @Test
  void placesAndTitlesAreReadAsTheyWereMeant() throws CalendarFault {
    Occurrence one = read(event(TUESDAYS)).occurrences().getFirst();
    assertThat(one.address()).isEqualTo("Dorpsstraat 12, Voorbeeldstad");
    assertThat(one.title()).isEqualTo("Bezoek");
    assertThat(one.recurrence()).isEqualTo("2027-03-16T13:00:00Z");
    assertThat(Duration.between(one.start(), one.end())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aDateThatIsTakenOutIsNotThereAndOneThatIsAddedIs() throws CalendarFault {
    String dates =
        """
        EXDATE;TZID=Europe/Amsterdam:20270323T140000
        EXDATE:20270406T120000Z
        RDATE;TZID=Europe/Amsterdam:20270318T100000
        """;
    assertThat(starts(event(TUESDAYS + dates)))
        .containsExactly(
            "2027-03-16T13:00:00Z",
            "2027-03-18T09:00:00Z",
            "2027-03-30T12:00:00Z",
            "2027-04-13T12:00:00Z");
  }

  @Test
  void oneOfManyCanBeMovedOrCancelled() throws CalendarFault {
    String moved =
        """
        RECURRENCE-ID;TZID=Europe/Amsterdam:20270330T140000
        DTSTART;TZID=Europe/Amsterdam:20270331T090000
        DTEND;TZID=Europe/Amsterdam:20270331T100000
        """;
    String cancelled =
        """
        RECURRENCE-ID:20270323T130000Z
        DTSTART;TZID=Europe/Amsterdam:20270323T140000
        STATUS:CANCELLED
        """;
    Found found = read(calendar(part("a", TUESDAYS) + part("a", moved) + part("a", cancelled)));
    assertThat(starts(found))
        .containsExactly(
            "2027-03-16T13:00:00Z",
            "2027-03-31T07:00:00Z",
            "2027-04-06T12:00:00Z",
            "2027-04-13T12:00:00Z");
    assertThat(found.occurrences())
        .filteredOn(one -> one.start().equals(Instant.parse("2027-03-31T07:00:00Z")))
        .extracting(Occurrence::recurrence)
        .containsExactly("2027-03-30T12:00:00Z");
  }

  @Test
  void fromOneOnAllCanBeMoved() throws CalendarFault {
    String fromThenOn =
        """
        RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20270330T140000
        DTSTART;TZID=Europe/Amsterdam:20270330T160000
        DTEND;TZID=Europe/Amsterdam:20270330T163000
        LOCATION:Elders 1
        """;
    String butOne =
        """
        RECURRENCE-ID;TZID=Europe/Amsterdam:20270406T140000
        DTSTART;TZID=Europe/Amsterdam:20270406T080000
        DURATION:PT15M
        """;
    Found found = read(calendar(part("a", TUESDAYS) + part("a", fromThenOn) + part("a", butOne)));
    assertThat(starts(found))
        .containsExactly(
            "2027-03-16T13:00:00Z",
            "2027-03-23T13:00:00Z",
            "2027-03-30T14:00:00Z",
            "2027-04-06T06:00:00Z",
            "2027-04-13T14:00:00Z");
    assertThat(found.occurrences())
        .filteredOn(one -> "Elders 1".equals(one.address()))
        .extracting(one -> Duration.between(one.start(), one.end()))
        .containsOnly(Duration.ofMinutes(30));
  }

  @Test
  void whatIsCancelledAsAWholeIsNotThere() throws CalendarFault {
    assertThat(starts(event(TUESDAYS + "STATUS:CANCELLED\n"))).isEmpty();
  }

  @Test
  void ofTwoRevisionsTheLaterCounts() throws CalendarFault {
    String first = "DTSTART:20270310T100000Z\nDTEND:20270310T110000Z\nSEQUENCE:2\n";
    String older = "DTSTART:20270311T100000Z\nDTEND:20270311T110000Z\nSEQUENCE:1\n";
    assertThat(starts(read(calendar(part("a", first) + part("a", older)))))
        .containsExactly("2027-03-10T10:00:00Z");
  }

  @Test
  void timesWithoutAZoneAreOursAndDaysAreDays() throws CalendarFault {
    Found found =
        read(
            calendar(
                part("a", "DTSTART:20270310T140000\nDURATION:PT45M\n")
                    + part("b", "DTSTART;VALUE=DATE:20270311\n")));
    assertThat(starts(found)).containsExactly("2027-03-10T13:00:00Z", "2027-03-10T23:00:00Z");
    assertThat(found.occurrences()).extracting(Occurrence::allDay).containsExactly(false, true);
    assertThat(found.occurrences().getLast().end()).isEqualTo("2027-03-11T23:00:00Z");
  }

  @Test
  void anEndByAnotherClockEndsTheSeriesInTime() throws CalendarFault {
    String daily =
        """
        DTSTART;TZID=Europe/Amsterdam:20270326T003000
        DTEND;TZID=Europe/Amsterdam:20270326T010000
        RRULE:FREQ=DAILY;UNTIL=20270328T223000Z
        """;
    assertThat(starts(event(daily)))
        .containsExactly(
            "2027-03-25T23:30:00Z",
            "2027-03-26T23:30:00Z",
            "2027-03-27T23:30:00Z",
            "2027-03-28T22:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W. Europe Standard Time",
        "/freeassociation.sourceforge.net/Europe/Amsterdam",
        "Ons kantoor"
      })
  void otherNamesForOurZoneAreUnderstood(String name) throws CalendarFault {
    String event =
        TUESDAYS.replace("TZID=Europe/Amsterdam", "TZID=" + name).replace("COUNT=5", "COUNT=3");
    assertThat(starts(read(calendar(OWN_ZONE + part("a", event)))))
        .containsExactly("2027-03-16T13:00:00Z", "2027-03-23T13:00:00Z", "2027-03-30T12:00:00Z");
  }

  private static final String OWN_ZONE =
      """
      BEGIN:VTIMEZONE
      TZID:Ons kantoor
      TZURL:http://127.0.0.1:1/zone
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART;TZID=Nergens:20270316T140000\nDURATION:PT1H\n",
        "DTSTART:20270316T140000Z\nRRULE:FREQ=SECONDLY\n",
        "DTSTART:20270316T140000Z\nRRULE:FREQ=DAILY;BYHOUR=1,2,3\n",
        "DTSTART:20270316T140000Z\nRRULE:FREQ=ONWAAR\n",
        "DTSTART:20270316T140000Z\nRRULE:FREQ=DAILY;UNTIL=ooit\n",
        "DTSTART:16010316T140000Z\nRRULE:FREQ=DAILY\n",
        "DTSTART:ooit\n",
        "DTSTART:20270316T140000Z\nDTEND:20270316T130000Z\n",
        "SUMMARY:geen begin\n"
      })
  void whatCannotBeReadIsCountedAndNotGuessed(String event) throws CalendarFault {
    Found found = read(calendar(part("a", event) + part("b", "DTSTART:20270310T140000Z\n")));
    assertThat(found.unreadable()).isEqualTo(1);
    assertThat(found.occurrences()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html></html>", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n", "geen agenda"})
  void whatIsNoCalendarIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(CalendarFault.class);
  }

  @Test
  void componentsInsideComponentsEndSomewhere() {
    String deep = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(100_000);
    assertThatThrownBy(() -> read(deep)).isInstanceOf(CalendarFault.class);
  }

  @Test
  void aCalendarMadeToKeepUsBusyIsRefused() {
    String daily = "DTSTART:19900101T100000Z\nRRULE:FREQ=DAILY;COUNT=900000\n";
    var many = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      many.append(part("uid-" + i, daily));
    }
    assertThatThrownBy(() -> read(calendar(many.toString())))
        .isInstanceOfSatisfying(
            CalendarFault.class, e -> assertThat(e.code()).isEqualTo(CalendarFault.TOO_MUCH));
  }

  @Test
  void anObjectThatIsBrokenDoesNotHideTheOthers() throws CalendarFault {
    Found found = CalendarText.readAll(List.of("stuk", event(TUESDAYS)), FROM, UNTIL);
    assertThat(found.unreadable()).isEqualTo(1);
    assertThat(found.occurrences()).hasSize(5);
  }

  private static Found read(String text) throws CalendarFault {
    return CalendarText.read(text, FROM, UNTIL);
  }

  private static List<String> starts(String text) throws CalendarFault {
    return starts(read(text));
  }

  private static List<String> starts(Found found) {
    return found.occurrences().stream()
        .map(Occurrence::start)
        .sorted()
        .map(Object::toString)
        .toList();
  }

  private static String event(String lines) {
    return calendar(part("a", lines));
  }

  private static String part(String uid, String lines) {
    return "BEGIN:VEVENT\nUID:" + uid + "\n" + lines + "END:VEVENT\n";
  }

  private static String calendar(String parts) {
    return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + parts + "END:VCALENDAR\n")
        .replace("\n", "\r\n");
  }
}
