package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import nl.achterwacht.base.Ids;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.Village;
import nl.achterwacht.place.area.HotSpot.Area;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.place.caution.CautionKeeper;
import nl.achterwacht.place.coverage.CoverageMemory;
import nl.achterwacht.place.coverage.CoverageRules.Heard;
import nl.achterwacht.preparation.Surroundings;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.WatchId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the policy hears of hour, light and place without asking the worker. */
class VisitSurroundingsTest {
  private static final String ADDRESS = "Torenflat 1, 1011AB Voorbeeldstad";
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final Instant MONDAY_EVENING = Instant.parse("2026-11-23T18:30:00Z");
  private static final Instant CHRISTMAS_NOON = Instant.parse("2026-12-25T11:00:00Z");

  private final Village village = new Village();
  private final HotSpots hotSpots = new HotSpots(village, new Journal());
  private final CoverageMemory coverage = new CoverageMemory(village);
  private final Surroundings surroundings =
      new VisitSurroundings(
          new PeopleRegister(),
          new PlaceRegister(),
          new CautionKeeper(village, new Journal()),
          coverage,
          hotSpots);

  @AfterEach
  void drop() {
    village.close();
  }

  @Test
  void onAWorkingDayAtNoonNothingIsKnownOfANewAddress() {
    assertThat(known(MONDAY_NOON))
        .isEqualTo(new Surroundings.Known(Set.of(), false, false, false, 0, null));
  }

  @Test
  void inTheEveningItIsDarkAndOutsideOfficeHours() {
    assertThat(known(MONDAY_EVENING))
        .isEqualTo(new Surroundings.Known(Set.of(), true, true, false, 0, null));
  }

  @Test
  void aHolidayIsAFactorAndOutsideOfficeHours() {
    assertThat(known(CHRISTMAS_NOON))
        .isEqualTo(new Surroundings.Known(Set.of("T3"), true, false, false, 0, null));
  }

  @Test
  void whatIsHeldAboutThePlaceCounts() {
    village.does(tx ->
        hotSpots.enter(
            tx,
            village.id(),
            new Area.Street("Torenflat", "Voorbeeldstad"),
            "Drie incidenten in een halfjaar.",
            village.carla(),
            village.instant().plus(Duration.ofDays(30))));
    var place = village.place(ADDRESS);
    var silent =
        new CoverageMemory.Visited(
            Ids.next(), place.id(), null, village.instant(), Heard.SILENT, 0, 0, null);
    village.database().inTransactionDo(tx -> coverage.note(tx, village.id(), silent));
    assertThat(known(MONDAY_NOON))
        .isEqualTo(new Surroundings.Known(Set.of("W4"), false, false, true, 0, null));
  }

  private Surroundings.Known known(Instant start) {
    var appointment =
        new Appointment(
            new Place(ADDRESS, null, null, null),
            null,
            start,
            start.plus(Duration.ofHours(1)),
            false,
            "walking",
            null,
            15);
    var visit =
        new Visit(
            village.id(),
            VisitId.next(),
            village.anna(),
            WatchId.next(),
            appointment,
            false,
            0,
            null,
            null);
    return village.does(tx -> surroundings.of(tx, visit));
  }
}
