package nl.achterwacht.place.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.Village;
import nl.achterwacht.place.coverage.CoverageMemory.Coverage;
import nl.achterwacht.place.coverage.CoverageMemory.ResponseTime;
import nl.achterwacht.place.coverage.CoverageRules.Heard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** So many of so many visits were silent, each floor by itself. */
class CoverageMemoryTest {
  private final Village village = new Village();
  private final CoverageMemory memory = new CoverageMemory(village);
  private final Place place = village.place("Torenflat 1, 1011AB Voorbeeldstad");

  @AfterEach
  void drop() {
    village.close();
  }

  @Test
  void silentVisitsAreCountedByFloor() {
    for (int i = 0; i < 4; i++) {
      visit("Kelder", Heard.SILENT);
    }
    visit("kelder ", Heard.HEARD);
    visit("Kelder", Heard.UNKNOWN);
    visit("9e verdieping", Heard.HEARD);
    assertThat(of("kelder")).isEqualTo(new Coverage("kelder", 4, 5));
    assertThat(of("kelder").isPoor()).isTrue();
    assertThat(of("9e verdieping").isPoor()).isFalse();
    assertThat(of(null)).isEqualTo(new Coverage("", 0, 0));
    assertThat(of(null).isPoor()).isFalse();
  }

  @Test
  void theSameVisitCountsOnce() {
    UUID visit = Ids.next();
    note(visit, null, Heard.SILENT);
    note(visit, null, Heard.SILENT);
    assertThat(of(null)).isEqualTo(new Coverage("", 1, 1));
    Set<UUID> known =
        village.does(tx -> memory.known(tx, village.id(), List.of(visit, Ids.next())));
    assertThat(known).containsExactly(visit);
  }

  @Test
  void whatWasMeasuredHereCountsBeforeWhatWasMeasuredAround() {
    Place here = inNeighbourhood("Kelderweg 1, 1012AB Voorbeeldstad");
    Place neighbour = inNeighbourhood("Kelderweg 9, 1012AB Voorbeeldstad");
    note(Ids.next(), here, null, Heard.HEARD, null);
    took(place, 100);
    assertThat(responseTime(here)).isEmpty();
    took(neighbour, 600);
    took(neighbour, 1200);
    assertThat(responseTime(here)).contains(new ResponseTime(Duration.ofMinutes(15), 2, false));
    took(here, 300);
    assertThat(responseTime(here)).contains(new ResponseTime(Duration.ofMinutes(5), 1, true));
    village.passMonths(13);
    village.passes(Duration.ofSeconds(1));
    assertThat(responseTime(here)).isEmpty();
  }

  @Test
  void afterThirteenMonthsItIsForgotten() {
    visit(null, Heard.SILENT);
    village.passMonths(13);
    village.passes(Duration.ofSeconds(1));
    assertThat(of(null)).isEqualTo(new Coverage("", 0, 0));
    assertThat(village.database().<Integer>inTransaction(memory::sweep)).isEqualTo(1);
  }

  private void visit(@Nullable String floor, Heard heard) {
    note(Ids.next(), floor, heard);
  }

  private void note(UUID visit, @Nullable String floor, Heard heard) {
    note(visit, place, floor, heard, null);
  }

  private void note(
      UUID visit, Place where, @Nullable String floor, Heard heard, @Nullable Duration response) {
    var visited =
        new CoverageMemory.Visited(
            visit, where.id(), floor, village.instant(), heard, 0, 0, response);
    village.does(tx -> {
      memory.note(tx, village.id(), visited);
      return true;
    });
  }

  private Place inNeighbourhood(String address) {
    return village.does(tx ->
        new PlaceRegister().findOrMake(tx, village.id(), Address.ofText(address).in("BU0363AD07")));
  }

  private void took(Place where, int seconds) {
    note(Ids.next(), where, null, Heard.HEARD, Duration.ofSeconds(seconds));
  }

  private Optional<ResponseTime> responseTime(Place where) {
    return village.database().inTransaction(tx -> memory.responseTime(tx, where));
  }

  private Coverage of(@Nullable String floor) {
    return village.does(tx -> memory.of(tx, place, floor));
  }
}
