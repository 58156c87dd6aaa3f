package nl.achterwacht.drill;

import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.achterwacht.World;
import nl.achterwacht.alarm.Act;
import nl.achterwacht.alarm.ActResult;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmEffect;
import nl.achterwacht.alarm.AlarmEvent;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.AlarmKind;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.alarm.Outcome;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.Fence;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.task.TaskTelling;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.workplace.Facts;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drill measures and proves; it is never in the way of a real alarm. */
class DrillKeeperTest {
  private final World world = new World();
  private final Engine server = world.server();
  private final OrganisationId organisation = world.rows().organisation();
  private final AlarmRegister register = new AlarmRegister();
  private final TaskKeeper tasks =
      new TaskKeeper(
          world.clock(),
          new Journal(),
          new TaskTelling(
              new NoticeKeeper(world.database(), world.clock(), (a, b, c, d, e) -> {}, Fence.NONE),
              new RosterReader(),
              new PeopleRegister()),
          (tx, task) -> heard(tx, task));
  private final WorkplaceKeeper workplaces =
      new WorkplaceKeeper(world.clock(), new Journal(), tasks);
  private final DrillDates dates = new DrillDates(world.clock(), tasks, workplaces);
  private final DrillKeeper drills =
      new DrillKeeper(world.clock(), new Journal(), server.alarms(), workplaces, dates);
  private @Nullable Workplace counter;

  private void heard(Tx tx, Task task) {
    dates.ended(tx, task);
  }

  @BeforeEach
  void aWorkplace() {
    Workplace made = in(tx -> workplaces.add(tx, organisation, details(), null, world.carla()));
    counter = made;
    world.database().inTransactionDo(tx -> dates.due(tx, made, DrillDates.firstDue(made)));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatIsMeasuredOnTheSpotStaysAndTheNextDrillIsDueInHalfAYear() {
    Drill drill = started();
    world.advance(minutes(7));
    in(tx -> drills.arrived(tx, organisation, drill.id(), world.bram(), world.clock().instant()));
    world.advance(minutes(1));
    Drill held = done(in(tx -> drills.end(tx, organisation, drill.id(), finding("works"))));
    assertThat(held.response()).isEqualTo(minutes(7));
    assertThat(open()).isEmpty();
    assertThat(measured().get(counter().id().value()))
        .isEqualTo(new ResponseTimes.Measured(1, 1, minutes(7), minutes(7)));
    Facts facts =
        in(tx -> workplaces.find(tx, organisation, counter().id())).orElseThrow().details().facts();
    assertThat(facts.alarmResult()).isEqualTo("works");
    assertThat(facts.alarmTestedBy()).isEqualTo("Anna");
    List<Task> due = in(tx -> dates.open(tx, organisation, counter().id()));
    assertThat(due).hasSize(1);
    assertThat(((TaskState.Open) due.getFirst().state()).dueAt())
        .isAfter(world.clock().instant().plus(Duration.ofDays(175)));
  }

  @Test
  void oneThatWasHandledAndClosedAtTheDeskIsHeldAndItsResultCanBeNotedLater() {
    Drill drill = started();
    handle(drill, new AlarmEvent.Acknowledged(world.bram()));
    world.advance(minutes(4));
    handle(drill, new AlarmEvent.Updated(world.bram(), true));
    handle(drill, new AlarmEvent.ClosingAsked(world.bram(), Outcome.DRILL));
    assertThat(drills.sweep(world.database())).isEqualTo(1);
    assertThat(drills.sweep(world.database())).isZero();
    Drill held = latest();
    assertThat(held.response()).isEqualTo(minutes(4));
    assertThat(held.end()).matches(end -> end != null && end.alarmResult() == null);
    done(in(tx -> drills.end(tx, organisation, drill.id(), finding("unreliable"))));
    DrillResult again = in(tx -> drills.end(tx, organisation, drill.id(), finding("works")));
    assertThat(again).isEqualTo(new DrillResult.Refused(DrillResult.Reason.ENDED));
  }

  @Test
  void noDrillStartsWhileARealAlarmIsOpen() {
    panic();
    assertThat(start()).isEqualTo(new DrillResult.Refused(DrillResult.Reason.REAL_ALARM));
  }

  @Test
  void aDrillNeverBetraysTheSilentAlarmOfWhoStartedIt() {
    asksForHelp(true);
    Drill drill = started();
    assertThat(drills.sweep(world.database())).isZero();
    assertThat(open()).hasSize(2);
    assertThat(latest().end()).isNull();
    done(in(tx -> drills.end(tx, organisation, drill.id(), finding("works"))));
    assertThat(open()).extracting(Alarm::silent).containsExactly(true);
  }

  @Test
  void onlyOneDrillGoesOnAtATime() {
    started();
    assertThat(start()).isEqualTo(new DrillResult.Refused(DrillResult.Reason.DRILL_GOES_ON));
  }

  /** Whatever state the drill is in, the real alarm goes as if there were none. */
  @Test
  void aRealAlarmDuringADrillIsCalledTheSameAndEndsTheDrill() {
    for (int acts = 0; acts <= 2; acts++) {
      Drill drill = started();
      if (acts > 0) {
        handle(drill, new AlarmEvent.Acknowledged(world.bram()));
      }
      if (acts > 1) {
        handle(drill, new AlarmEvent.Updated(world.bram(), true));
      }
      long before = calls(AlarmKind.PANIC);
      panic();
      Alarm real = open().stream().filter(a -> a.kind() == AlarmKind.PANIC).findFirst().get();
      assertThat(calls(AlarmKind.PANIC)).as("called at once").isEqualTo(before + 1);
      assertThat(real.openedAt()).isEqualTo(world.clock().instant());
      assertThat(real.state().wakeAt()).contains(world.clock().instant().plus(toNext(real)));

      assertThat(drills.sweep(world.database())).isEqualTo(1);
      assertThat(open()).containsExactly(real);
      assertThat(latest().end())
          .matches(end -> end != null && end.outcome() == Drill.Outcome.OVERTAKEN);
      assertThat(waiting(alarmOf(drill))).isZero();
      assertThat(calls(AlarmKind.PANIC)).isEqualTo(before + 1);
      assertThat(measured()).isEmpty();
      closeReal(real);
    }
  }

  @Test
  void aRealAlarmWaitsForNothingThatADrillHolds() {
    Drill drill = started();
    world
        .database()
        .inTransactionDo(held -> {
          held.sql("select id from drill.drill for update").query(UUID.class).list();
          held.sql("select id from alarm.alarm for update").query(UUID.class).list();
          assertTimeoutPreemptively(Duration.ofSeconds(20), this::panic);
        });
    assertThat(open()).extracting(Alarm::kind).contains(AlarmKind.PANIC);
    assertThat(drill.end()).isNull();
  }

  @Test
  void aRealAlarmCannotBeEndedAsADrill() {
    panic();
    Alarm real = open().getFirst();
    var over = new AlarmEvent.DrillEnded(world.carla());
    ActResult result =
        in(tx -> server.alarms().handle(tx, organisation, real.id(), Act.of(over, world.carla())));
    assertThat(result)
        .isEqualTo(new ActResult.Refused(AlarmEffect.Reason.ONLY_A_DRILL_ENDS_AS_DRILL, real));
    assertThat(open()).containsExactly(real);
  }

  @Test
  void aPlannedDrillIsStartedOnceOrCalledOff() {
    var plan = new Drill.Plan(true, world.clock().instant().plus(Duration.ofDays(3)), "Samen.");
    Drill planned = in(tx -> drills.plan(tx, counter(), plan, world.carla()));
    Drill started = done(in(tx -> drills.start(tx, asked(planned.id()))));
    assertThat(started.id()).isEqualTo(planned.id());
    DrillResult late = in(tx -> drills.cancel(tx, organisation, planned.id(), world.carla()));
    assertThat(late).isEqualTo(new DrillResult.Refused(DrillResult.Reason.NOT_PLANNED));
    Drill other = in(tx -> drills.plan(tx, counter(), plan, world.carla()));
    Drill off = done(in(tx -> drills.cancel(tx, organisation, other.id(), world.carla())));
    assertThat(off.end()).matches(end -> end != null && end.outcome() == Drill.Outcome.CANCELLED);
  }

  private Map<UUID, ResponseTimes.Measured> measured() {
    return in(tx -> new ResponseTimes().all(tx, organisation));
  }

  private Drill started() {
    return done(start());
  }

  private DrillResult start() {
    return in(tx -> drills.start(tx, asked(null)));
  }

  private DrillKeeper.StartAsked asked(@Nullable DrillId planned) {
    return new DrillKeeper.StartAsked(
        organisation,
        world.rows().team(),
        counter().id(),
        planned,
        world.anna(),
        true,
        world.anna(),
        UUID.randomUUID(),
        null);
  }

  private static DrillKeeper.Finding finding(PersonId by, String result) {
    return new DrillKeeper.Finding(result, "Alles ging goed.", by, "Anna");
  }

  private DrillKeeper.Finding finding(String result) {
    return finding(world.anna(), result);
  }

  private void panic() {
    asksForHelp(false);
  }

  private void asksForHelp(boolean silent) {
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(30));
    world.act(server, watch, new WatchEvent.HelpAsked(world.clock().instant(), silent));
  }

  private void closeReal(Alarm real) {
    for (AlarmEvent event :
        List.of(
            new AlarmEvent.Acknowledged(world.bram()),
            new AlarmEvent.ClosingAsked(world.bram(), Outcome.SAFE))) {
      in(tx -> server.alarms().handle(tx, organisation, real.id(), Act.of(event, world.bram())));
    }
    assertThat(open()).isEmpty();
  }

  private void handle(Drill drill, AlarmEvent event) {
    AlarmId alarm = alarmOf(drill);
    ActResult result =
        in(tx -> server.alarms().handle(tx, organisation, alarm, Act.of(event, world.bram())));
    assertThat(result).isInstanceOf(ActResult.Done.class);
  }

  private static Duration toNext(Alarm alarm) {
    return alarm.ladder().steps().getFirst().toNext();
  }

  private long calls(AlarmKind kind) {
    return world.count(
        "select count(*) from notify.notice where kind = 'alarm-call' and params ->> 'alarmKind' ="
            + " '"
            + kind.text()
            + "' and state <> 'withdrawn'");
  }

  private static AlarmId alarmOf(Drill drill) {
    return Optional.ofNullable(drill.start()).orElseThrow().alarm();
  }

  private long waiting(AlarmId alarm) {
    return world.count(
        "select count(*) from notify.notice where state = 'waiting' and alarm_id = '"
            + alarm
            + "' and kind = 'alarm-call'");
  }

  private List<Alarm> open() {
    return in(tx -> register.open(tx, organisation));
  }

  private Drill latest() {
    List<Drill> all = in(tx -> drills.list(tx, organisation, counter().id(), Slice.WHOLE));
    return all.getFirst();
  }

  private Workplace counter() {
    return Optional.ofNullable(counter).orElseThrow();
  }

  private static Drill done(DrillResult result) {
    assertThat(result).isInstanceOf(DrillResult.Done.class);
    return ((DrillResult.Done) result).drill();
  }

  private <T> T in(Function<Tx, T> work) {
    return world.database().inTransaction(work);
  }

  private Workplace.Details details() {
    return new Workplace.Details(
        "Balie",
        "room",
        world.rows().team(),
        world.carla(),
        null,
        null,
        5,
        5,
        "fine-kinney",
        facts());
  }

  private static Facts facts() {
    return new Facts(
        null, null, null, null, null, false, List.of(), "Knop", null, null, null, null, null, null,
        null, null, null, null, false, false, null, null);
  }
}
