package nl.achterwacht.place.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.Village;
import nl.achterwacht.place.area.HotSpot.Area;
import nl.achterwacht.place.area.HotSpots.Happening;
import nl.achterwacht.place.coverage.CoverageMemory;
import nl.achterwacht.place.coverage.CoverageRules.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hot spots by hand, with an end, and counts of twelve months. */
class HotSpotsTest {
  private static final Area STREET = new Area.Street("Dorpsstraat", "Voorbeeldstad");
  private static final Area NEIGHBOURHOOD = new Area.Neighbourhood("BU0363AD07");

  private final Village village = new Village();
  private final HotSpots hotSpots = new HotSpots(village, new Journal());
  private final CoverageMemory memory = new CoverageMemory(village);

  @AfterEach
  void drop() {
    village.close();
  }

  @Test
  void anAddressLiesInAHotSpotByItsStreetOrItsNeighbourhood() {
    enter(STREET, Duration.ofDays(30));
    enter(NEIGHBOURHOOD, Duration.ofDays(30));
    assertThat(covering(Address.ofText("dorpsstraat 3, 1011AB VOORBEELDSTAD"))).hasSize(1);
    assertThat(covering(Address.ofText("Dorpsstraat 3, Elders"))).isEmpty();
    assertThat(covering(Address.ofText("Kerkstraat 1, Elders").in("BU0363AD07"))).hasSize(1);
    assertThat(covering(Address.ofText("Dorpsstraat 3, Voorbeeldstad").in("BU0363AD07")))
        .hasSize(2);
  }

  @Test
  void itEndsByItselfOrByHand() {
    HotSpot spot = enter(STREET, Duration.ofDays(30));
    village.passes(Duration.ofDays(30));
    assertThat(standing()).isEmpty();
    assertThat(covering(Address.ofText("Dorpsstraat 3, Voorbeeldstad"))).isEmpty();
    HotSpot other = enter(STREET, Duration.ofDays(30));
    assertThat(end(other)).isTrue();
    assertThat(end(other)).isFalse();
    assertThat(end(spot)).isFalse();
    assertThat(standing()).isEmpty();
  }

  @Test
  void whatHappenedIsCountedForTwelveMonths() {
    visit("Dorpsstraat 3, 1011AB Voorbeeldstad", 1, 0);
    visit("Dorpsstraat 5, 1011AB Voorbeeldstad", 0, 2);
    visit("Dorpsstraat 7, 1011AB Voorbeeldstad", 0, 0);
    visit("Kerkstraat 1, 1012AB Voorbeeldstad", 0, 0);
    assertThat(counted())
        .containsExactly(
            new HotSpots.Count(NEIGHBOURHOOD, null, 4, 1, 2, 0, 0),
            new HotSpots.Count(STREET, "Dorpsstraat, Voorbeeldstad", 3, 1, 2, 0, 0));
    village.passMonths(12);
    village.passes(Duration.ofSeconds(1));
    assertThat(counted()).isEmpty();
  }

  @Test
  void signalsAndIncidentsCountOnceEachAndGoAfterTwelveMonths() {
    UUID signal = Ids.next();
    note(Happening.SIGNAL, signal);
    note(Happening.SIGNAL, signal);
    note(Happening.INCIDENT, Ids.next());
    assertThat(counted())
        .containsExactly(
            new HotSpots.Count(NEIGHBOURHOOD, null, 0, 0, 0, 1, 1),
            new HotSpots.Count(STREET, "Dorpsstraat, Voorbeeldstad", 0, 0, 0, 1, 1));
    assertThat(village.<Integer>does(hotSpots::sweep)).isZero();
    village.passMonths(12);
    village.passes(Duration.ofSeconds(1));
    assertThat(counted()).isEmpty();
    assertThat(village.<Integer>does(hotSpots::sweep)).isEqualTo(2);
  }

  private void note(Happening kind, UUID source) {
    village.does(tx -> {
      Address address = Address.ofText("Dorpsstraat 3, 1011AB Voorbeeldstad").in("BU0363AD07");
      Place place = new PlaceRegister().findOrMake(tx, village.id(), address);
      hotSpots.note(tx, village.id(), kind, source, place.id(), village.instant());
      return true;
    });
  }

  private void visit(String address, int departures, int panics) {
    village.does(tx -> {
      Place place =
          new PlaceRegister()
              .findOrMake(tx, village.id(), Address.ofText(address).in("BU0363AD07"));
      memory.note(
          tx,
          village.id(),
          new CoverageMemory.Visited(
              Ids.next(),
              place.id(),
              null,
              village.instant(),
              Heard.HEARD,
              departures,
              panics,
              null));
      return true;
    });
  }

  private HotSpot enter(Area area, Duration time) {
    return village.does(tx ->
        hotSpots.enter(
            tx,
            village.id(),
            area,
            "Drie keer bedreigd in een maand.",
            village.carla(),
            village.instant().plus(time)));
  }

  private boolean end(HotSpot spot) {
    return village.<Boolean>does(
        tx -> hotSpots.end(tx, village.id(), spot.id(), "Rustig.", village.carla()));
  }

  private List<HotSpot> standing() {
    return village.does(tx -> hotSpots.standing(tx, village.id()));
  }

  private List<HotSpot> covering(Address address) {
    return village.does(tx -> hotSpots.covering(tx, village.id(), address));
  }

  private List<HotSpots.Count> counted() {
    return village.does(tx -> hotSpots.count(tx, village.id(), 10));
  }
}
