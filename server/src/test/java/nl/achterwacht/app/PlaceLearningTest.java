package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.World;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.Boundaries;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.place.coverage.CoverageMemory;
import nl.achterwacht.place.coverage.CoverageMemory.Coverage;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Visits that are over teach about their place; those that go on do not. */
class PlaceLearningTest {
  private static final String ADDRESS = "Dorpsstraat 12, 1011AB Voorbeeldstad";

  private final World world = new World();
  private final Engine server = world.server();
  private final VisitRegister visits = new VisitRegister(world.clock(), server.watches());
  private final CoverageMemory memory = new CoverageMemory(world.clock());
  private final PlaceLearning learning =
      new PlaceLearning(world.clock(), visits, memory, new Boundaries(world.clock()));

  @AfterEach
  void drop() {
    world.close();
  }

  @Test
  void aSignThatCameLateIsRememberedForItsFloor() {
    NewWatch silent = visitBegins("kelder");
    goesInside(silent);
    world.advance(Duration.ofMinutes(28));
    comes(silent, Duration.ofMinutes(25));
    ends(silent);
    NewWatch heard = visitBegins("kelder");
    goesInside(heard);
    comes(heard, Duration.ZERO);
    ends(heard);
    assertThat(learnLater()).isEqualTo(2);
    assertThat(coverage("kelder")).isEqualTo(new Coverage("kelder", 1, 2));
    assertThat(coverage(null)).isEqualTo(new Coverage("", 0, 0));
    assertThat(learning.learn(world.database())).isZero();
  }

  @Test
  void ofAVisitThatIsNotOverNothingIsLearned() {
    NewWatch watch = visitBegins(null);
    goesInside(watch);
    does(watch, new WatchEvent.HelpAsked(world.clock().instant(), true));
    assertThat(learnLater()).isZero();
    assertThat(known()).isEmpty();
  }

  @Test
  void aVisitThatWasNeverStartedOrCancelledTeachesNothing() {
    planned(null);
    assertThat(learnLater()).isZero();
  }

  @Test
  void aDepartureIsCountedWithItsStreet() {
    NewWatch watch = visitBegins(null);
    goesInside(watch);
    does(watch, new WatchEvent.Departed(world.clock().instant()));
    world.sql(
        "update watch.watch set state = 'closed', closed_how = 'BY_HANDLER', wake_at = null,"
            + " closed_by = worker_id, moment_at = '2026-11-23T14:00Z', asked = 0");
    assertThat(learnLater()).isEqualTo(1);
    List<HotSpots.Count> counts =
        world
            .database()
            .inTransaction(tx ->
                new HotSpots(world.clock(), new Journal())
                    .count(tx, world.rows().organisation(), 10));
    assertThat(counts)
        .extracting(HotSpots.Count::name, HotSpots.Count::visits, HotSpots.Count::departures)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Dorpsstraat, Voorbeeldstad", 1, 1));
  }

  private int learnLater() {
    world.advance(PlaceLearning.SETTLED.plusHours(1));
    return learning.learn(world.database());
  }

  private NewWatch visitBegins(@Nullable String floor) {
    NewWatch watch = planned(floor);
    Instant now = world.clock().instant();
    var started = new WatchEvent.Started(now, Leg.OUT, now.plus(Duration.ofHours(2)));
    world
        .database()
        .inTransaction(tx -> server.watches().start(tx, watch, said(started, now), World.key()));
    return watch;
  }

  private NewWatch planned(@Nullable String floor) {
    Instant now = world.clock().instant();
    NewWatch plain = world.visit();
    VisitId id = VisitId.next();
    var place = new nl.achterwacht.watch.Place(ADDRESS, floor, null, null);
    var watch =
        new NewWatch(
            plain.organisation(),
            plain.id(),
            plain.worker(),
            plain.team(),
            plain.plan(),
            new TripFacts(id.value(), place, null, "walking", null, null),
            Leg.OUT);
    var appointment =
        new Appointment(
            place, null, now, now.plus(Duration.ofHours(1)), false, "walking", null, 10);
    Visit visit =
        world.database().inTransaction(tx -> visits.plan(tx, id, appointment, watch, world.anna()));
    assertThat(visit.cancelled()).isFalse();
    return watch;
  }

  private void goesInside(NewWatch watch) {
    Instant now = world.clock().instant();
    does(watch, new WatchEvent.LegReached(now, Leg.ON_SITE, Optional.empty()));
  }

  /** A sign that was made {@code ago} and comes only now. */
  private void comes(NewWatch watch, Duration ago) {
    Instant made = world.clock().instant().minus(ago);
    act(watch, said(new WatchEvent.SignOfLife(made), made));
  }

  private void ends(NewWatch watch) {
    does(
        watch,
        new WatchEvent.Ended(
            world.clock().instant(),
            world.anna(),
            WatchState.How.FINISHED,
            false,
            nl.achterwacht.watch.Code.NONE,
            true));
  }

  private void does(NewWatch watch, WatchEvent event) {
    act(watch, said(event, world.clock().instant()));
  }

  private void act(NewWatch watch, Act act) {
    world
        .database()
        .inTransaction(tx -> server.watches().handle(tx, watch.organisation(), watch.id(), act));
  }

  private Act said(WatchEvent event, Instant made) {
    return new Act(event, world.anna(), UUID.randomUUID(), made, null, null, null);
  }

  private Optional<Place> known() {
    return world
        .database()
        .inTransaction(tx ->
            new PlaceRegister().find(tx, world.rows().organisation(), Address.ofText(ADDRESS)));
  }

  private Coverage coverage(@Nullable String floor) {
    Place place = known().orElseThrow();
    return world.database().inTransaction(tx -> memory.of(tx, place, floor));
  }
}
