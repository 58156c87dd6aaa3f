package nl.achterwacht.visit;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.CARLA;
import static nl.achterwacht.Cast.at;
import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.people.DutyRegister.TeamDuty;
import nl.achterwacht.visit.Conflict.Kind;
import nl.achterwacht.visit.Conflicts.Slot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What does not go together, and what does. */
class ConflictsTest {
  private static final TeamId TEAM = TeamId.next();
  private static final UUID BIKE = new UUID(1, 1);
  private static final List<TeamDuty> ALL_DAY =
      List.of(new TeamDuty(TEAM, BRAM, at(-600), at(1_000)));

  private static Slot slot(PersonId worker, long from, long until, @Nullable UUID vehicle) {
    return new Slot(VisitId.next(), worker, TEAM, at(from), at(until), minutes(20), vehicle);
  }

  @Test
  void twoVisitsAtOnceOverlapAndBothAreTold() {
    Slot one = slot(ANNA, 0, 60, null);
    Slot other = slot(ANNA, 30, 90, null);
    assertThat(Conflicts.of(List.of(other, one), ALL_DAY))
        .containsExactlyInAnyOrder(
            new Conflict(one.visit(), Kind.OVERLAP, other.visit()),
            new Conflict(other.visit(), Kind.OVERLAP, one.visit()));
  }

  @Test
  void aLongVisitOverlapsMoreThanItsNeighbour() {
    Slot day = slot(ANNA, 0, 400, null);
    Slot first = slot(ANNA, 30, 60, null);
    Slot second = slot(ANNA, 200, 230, null);
    assertThat(Conflicts.of(List.of(day, first, second), ALL_DAY))
        .filteredOn(c -> c.visit().equals(day.visit()))
        .extracting(Conflict::other)
        .containsExactly(first.visit(), second.visit());
  }

  @Test
  void withoutTimeToGetThereItIsTheTravel() {
    Slot one = slot(ANNA, 0, 60, null);
    assertThat(kinds(one, slot(ANNA, 79, 90, null))).containsOnly(Kind.TRAVEL);
    assertThat(kinds(one, slot(ANNA, 80, 90, null))).isEmpty();
    assertThat(kinds(one, slot(CARLA, 60, 90, null))).isEmpty();
  }

  @Test
  void aVehicleIsWithOneOfThemUntilItIsBack() {
    Slot one = slot(ANNA, 0, 60, BIKE);
    assertThat(kinds(one, slot(CARLA, 99, 120, BIKE))).containsOnly(Kind.VEHICLE);
    assertThat(kinds(one, slot(CARLA, 100, 120, BIKE))).isEmpty();
    assertThat(kinds(one, slot(CARLA, 30, 90, new UUID(1, 2)))).isEmpty();
    assertThat(kinds(one, slot(ANNA, 61, 90, BIKE))).containsOnly(Kind.TRAVEL);
  }

  @Test
  void somebodyElseIsOnDutyUntilTheWorkerIsBack() {
    Slot visit = slot(ANNA, 0, 60, null);
    assertThat(kinds(visit, duty(BRAM, -10, 80))).isEmpty();
    assertThat(kinds(visit, duty(BRAM, -10, 79))).containsExactly(Kind.NO_STANDBY);
    assertThat(kinds(visit, duty(BRAM, 1, 200))).containsExactly(Kind.NO_STANDBY);
    assertThat(kinds(visit, duty(ANNA, -10, 200))).containsExactly(Kind.NO_STANDBY);
    assertThat(kinds(visit, duty(CARLA, 40, 80), duty(BRAM, -5, 40))).isEmpty();
    assertThat(kinds(visit, duty(BRAM, -5, 40), duty(CARLA, 41, 80)))
        .containsExactly(Kind.NO_STANDBY);
    assertThat(kinds(visit, new TeamDuty(TeamId.next(), BRAM, at(-10), at(200))))
        .containsExactly(Kind.NO_STANDBY);
  }

  private static TeamDuty duty(PersonId person, long from, long until) {
    return new TeamDuty(TEAM, person, at(from), at(until));
  }

  private static List<Kind> kinds(Slot one, Slot other) {
    return Conflicts.of(List.of(one, other), ALL_DAY).stream().map(Conflict::kind).toList();
  }

  private static List<Kind> kinds(Slot visit, TeamDuty... duties) {
    return Conflicts.of(List.of(visit), List.of(duties)).stream().map(Conflict::kind).toList();
  }
}
