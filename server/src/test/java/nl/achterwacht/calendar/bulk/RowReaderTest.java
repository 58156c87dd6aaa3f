package nl.achterwacht.calendar.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.achterwacht.Cast;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.calendar.bulk.RowReader.Checked;
import nl.achterwacht.people.Person;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.VisitRegister.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row must hold, and what is said of one that does not. */
class RowReaderTest {
  private static final String HEADER =
      "Medewerker;Adres;Datum;Begin;Einde;Duur;Doel;Risicobezoek;Vervoer;Reistijd;Kenmerk\n";
  private static final WorkerNames NAMES =
      new WorkerNames(
          List.of(
              person(Cast.ANNA, "Anna  de Boer", "worker"),
              person(Cast.BRAM, "Bram", "standby"),
              person(Cast.CARLA, "Jan", "worker"),
              person(Cast.DIRK, "Jan", "worker")),
          List.of(
              Map.of(Cast.ANNA, List.of("anna@stad.example", "anna")),
              Map.of(Cast.CARLA, List.of("jan1"))));

  @Test
  void aWholeRowBecomesAnAppointment() throws Unreadable {
    Checked row =
        read("anna@STAD.example;Dorpsstraat 12;10-3-2027;14:30;15:15;;Huisbezoek;ja;fiets;20;Z1");
    assertThat(row.faults()).isEmpty();
    PlannedRow planned = Objects.requireNonNull(row.row());
    assertThat(planned.worker()).isEqualTo(Cast.ANNA);
    Appointment appointment = planned.appointment();
    assertThat(appointment.plannedStartAt()).isEqualTo("2027-03-10T13:30:00Z");
    assertThat(appointment.plannedEndAt()).isEqualTo("2027-03-10T14:15:00Z");
    assertThat(appointment.highRisk()).isTrue();
    assertThat(appointment.travelMode()).isEqualTo("bicycle");
    assertThat(appointment.travelMinutes()).isEqualTo(20);
    assertThat(row.number()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2027-03-10 | 14.30",
        "10-03-2027 | 14:30:00",
        "10/3/2027 | 14u30",
        "10.3.2027 | 14:30 uur",
        "'' | 10-3-2027 14:30",
        "'' | 2027-03-10T14:30"
      })
  void daysAndTimesMayBeWrittenInManyWays(String date, String start) throws Unreadable {
    Checked row = read("anna;Dorpsstraat 12;" + date + ";" + start + ";;45;;;;;");
    assertThat(Objects.requireNonNull(row.row()).appointment().plannedStartAt())
        .isEqualTo("2027-03-10T13:30:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "~;D 1;10-3-2027;14:00;15:00;;;;;; | medewerker missing",
        "Piet;D 1;10-3-2027;14:00;15:00;;;;;; | medewerker worker-unknown",
        "Jan;D 1;10-3-2027;14:00;15:00;;;;;; | medewerker worker-several",
        "Bram;D 1;10-3-2027;14:00;15:00;;;;;; | medewerker not-a-worker",
        "anna;;10-3-2027;14:00;15:00;;;;;; | adres missing",
        "anna;D 1;31-2-2027;14:00;15:00;;;;;; | datum date-form",
        "anna;D 1;;14:00;15:00;;;;;; | datum missing",
        "anna;D 1;10-3-2027;25:00;15:00;;;;;; | begin time-form",
        "anna;D 1;10-3-2027;;15:00;;;;;; | begin missing",
        "anna;D 1;10-3-2027;14:00;straks;;;;;; | einde time-form",
        "anna;D 1;10-3-2027;14:00;;;;;;; | einde missing",
        "anna;D 1;10-3-2027;14:00;;lang;;;;; | duur minutes",
        "anna;D 1;28-3-2027;02:30;04:00;;;;;; | begin time-skipped",
        "anna;D 1;31-10-2027;01:00;02:30;;;;;; | einde time-twice",
        "anna;D 1;10-3-2027;14:00;13:00;;;;;; | einde ends-before-start",
        "anna;D 1;10-3-2027;14:00;15:00;;;misschien;;; | risicobezoek yes-or-no",
        "anna;D 1;10-3-2027;14:00;15:00;;;;ruimteschip;; | vervoer travel-mode",
        "anna;D 1;10-3-2027;14:00;15:00;;;;;9999; | reistijd minutes"
      })
  void whatIsWrongIsNamedWithItsColumn(String line, String fault) throws Unreadable {
    assertThat(read(line.replace("~", "")).faults())
        .extracting(one -> one.column() + " " + one.code())
        .containsExactly(fault);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws Unreadable {
    assertThat(read("Piet;;ooit;straks;;;;;;;").faults()).hasSize(4);
  }

  @Test
  void theTimeThatTheClockSkipsIsSaid() throws Unreadable {
    assertThat(read("anna;D 1;28-3-2027;02:30;04:00;;;;;;").faults().getFirst().given())
        .isEqualTo("28-03-2027 02:30");
  }

  @Test
  void theSameRowHasTheSameKeyAndItsOwnKeyWins() throws Unreadable {
    String row = "anna;Dorpsstraat 12;10-3-2027;14:00;15:00;;;;;;";
    assertThat(key(row)).isEqualTo(key(row.replace("Dorpsstraat", "dorpsSTRAAT")));
    assertThat(key(row)).isNotEqualTo(key(row.replace("14:00", "14:01")));
    assertThat(key(row + "A1")).isEqualTo(key(row.replace("14:00", "14:01") + "A1"));
  }

  @Test
  void columnsMayBeEnglishAndInAnyOrder() throws Unreadable {
    var reader =
        reader("End time,Start,Date,Visit address,User name\n15:00,14:00,2027-03-10,D 1,anna");
    assertThat(reader.faults()).isEmpty();
  }

  @Test
  void columnsThatAreMissingAreNamed() {
    assertThatThrownBy(() -> reader("medewerker;datum\nanna;10-3-2027"))
        .isInstanceOfSatisfying(
            Unreadable.class,
            e -> {
              assertThat(e.code()).isEqualTo("columns-missing");
              assertThat(e.detail()).isEqualTo("adres, begin, einde");
            });
  }

  private static String key(String line) throws Unreadable {
    return Objects.requireNonNull(read(line).row()).key();
  }

  private static Checked read(String line) throws Unreadable {
    return reader(HEADER + line + "\n");
  }

  private static Checked reader(String file) throws Unreadable {
    Grid grid = TableFile.read(file.getBytes(UTF_8));
    return new RowReader(
            Column.of(grid.header()), new LocalTimes(false), NAMES, RowReaderTest::faultOf)
        .read(grid.lines().getFirst());
  }

  private static Optional<Fault> faultOf(Appointment planned) {
    return planned.plannedEndAt().isAfter(planned.plannedStartAt())
        ? Optional.empty()
        : Optional.of(Fault.ENDS_BEFORE_START);
  }

  private static Person person(PersonId id, String name, String role) {
    return new Person(
        OrganisationId.next(), id, TeamId.next(), name, null, "nl", List.of(role), null);
  }
}
