package nl.achterwacht.place.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.Village;
import nl.achterwacht.place.coverage.CoverageMemory.Coverage;
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
  void afterThirteenMonthsItIsForgotten() {
    visit(null, Heard.SILENT);
    village.passMonths(13);
    village.passes(java.time.Duration.ofSeconds(1));
    assertThat(of(null)).isEqualTo(new Coverage("", 0, 0));
    assertThat(village.database().<Integer>inTransaction(memory::sweep)).isEqualTo(1);
  }

  private void visit(@Nullable String floor, Heard heard) {
    note(Ids.next(), floor, heard);
  }

  private void note(UUID visit, @Nullable String floor, Heard heard) {
    var visited =
        new CoverageMemory.Visited(visit, place.id(), floor, village.instant(), heard, 0, 0);
    village.does(tx -> {
      memory.note(tx, village.id(), visited);
      return true;
    });
  }

  private Coverage of(@Nullable String floor) {
    return village.does(tx -> memory.of(tx, place, floor));
  }
}
