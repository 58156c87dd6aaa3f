package nl.achterwacht.alarm;

import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.Rows;
import nl.achterwacht.World;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.notify.LogTrap;
import nl.achterwacht.watch.Code;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.WatchEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alarms in a real database: constraints, the ladder's snapshot, a row that is broken. */
class AlarmKeeperTest {
  private final World world = new World();
  private final Engine server = world.server();

  @AfterEach
  void close() {
    world.close();
  }

  private NewWatch panic(boolean silent) {
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(30));
    world.act(server, watch, new WatchEvent.HelpAsked(world.clock().instant(), silent));
    return watch;
  }

  private void act(AlarmEvent event, PersonId by) {
    UUID alarm =
        world.database().inTransaction(tx -> Rows.ids(tx, "select id from alarm.alarm").getFirst());
    world
        .database()
        .inTransaction(tx ->
            server
                .alarms()
                .handle(tx, world.rows().organisation(), new AlarmId(alarm), Act.of(event, by)));
  }

  private long calls(PersonId person) {
    return world.count(
        "select count(*) from notify.notice where kind = 'alarm-call' and person_id = '"
            + person
            + "'");
  }

  @Test
  void anOpenAlarmNeverRests() {
    panic(false);
    assertThatThrownBy(() -> world.sql("update alarm.alarm set wake_at = null"))
        .hasStackTraceContaining("alarm_never_rests");
    assertThatThrownBy(() -> world.sql("update alarm.alarm set state = 'acknowledged'"))
        .hasStackTraceContaining("alarm_handled_by_somebody");
    assertThatThrownBy(() -> world.sql("update alarm.alarm set state = 'closed', wake_at = null"))
        .hasStackTraceContaining("alarm_closed_with_outcome");
  }

  @Test
  void theSameCauseNeverRaisesTwoAlarms() {
    panic(false);
    assertThatThrownBy(() ->
            world.sql(
                """
                insert into alarm.alarm
                       (organisation_id, id, kind, silent, cause_id, team_id, ladder, promise_s,
                        raised_at, opened_at, state, step, round, wake_at)
                select organisation_id, gen_random_uuid(), kind, silent, cause_id, team_id, ladder,
                       promise_s, raised_at, opened_at, state, step, round, wake_at
                  from alarm.alarm
                """))
        .hasStackTraceContaining("duplicate key");
  }

  @Test
  void editingTheLadderNeverTouchesAnAlarmThatIsOpen() {
    panic(false);
    world
        .database()
        .inTransactionDo(
            tx -> new Rows(tx, world.rows()).ladderStep("panic", 0, List.of(world.anna()), 15));
    world.clock().advance(Duration.ofSeconds(61));
    assertThat(server.alarms().wakeDue(10)).isEqualTo(1);

    assertThat(calls(world.carla())).isEqualTo(1);
    assertThat(world.count("select jsonb_array_length(ladder -> 'steps') from alarm.alarm"))
        .isEqualTo(2);
  }

  @Test
  void aSecondPressJoinsTheCallingAndAfterAnAcknowledgementCallsAnew() {
    NewWatch watch = panic(false);
    world.act(server, watch, new WatchEvent.HelpAsked(world.clock().instant(), false));
    assertThat(world.count("select count(*) from alarm.alarm")).isEqualTo(1);

    act(new AlarmEvent.Acknowledged(world.bram()), world.bram());
    world.act(server, watch, new WatchEvent.HelpAsked(world.clock().instant(), false));
    assertThat(world.count("select count(*) from alarm.alarm")).isEqualTo(2);
  }

  @Test
  void theWorkerIsNeverCalledAboutAnOwnAlarmNotEvenWhenOnDutyAlone() {
    world.sql("update people.duty set person_id = '" + world.anna() + "'");
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(30));
    world.act(
        server,
        watch,
        new WatchEvent.CodeGiven(world.clock().instant(), world.anna(), Code.DURESS, true));
    world.act(
        server,
        watch,
        new WatchEvent.CodeGiven(world.clock().instant(), world.anna(), Code.WRONG, true));

    assertThat(
            world.count(
                "select count(*) from notify.notice where person_id = '" + world.anna() + "'"))
        .isZero();
    assertThat(calls(world.carla())).isEqualTo(1);
  }

  @Test
  void helpThatComesIsNotHeardWhereASilentAlarmWasRaised() {
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(30));
    world.act(server, watch, new WatchEvent.DeviceAlarmed(world.clock().instant()));
    world.act(
        server,
        watch,
        new WatchEvent.CodeGiven(world.clock().instant(), world.anna(), Code.DURESS, true));
    for (UUID alarm :
        world.database().inTransaction(tx -> Rows.ids(tx, "select id from alarm.alarm"))) {
      var act = Act.of(new AlarmEvent.Acknowledged(world.bram()), world.bram());
      world
          .database()
          .inTransaction(tx ->
              server.alarms().handle(tx, world.rows().organisation(), new AlarmId(alarm), act));
    }
    assertThat(world.count("select count(*) from notify.notice where kind = 'help-comes'"))
        .isZero();
  }

  @Test
  void oneBrokenAlarmDoesNotHoldUpTheOthers() {
    for (int i = 0; i < 10; i++) {
      panic(false);
    }
    world.sql(
        """
        create function alarm.poison() returns trigger language plpgsql as $$
        begin
            raise exception 'poisoned';
        end
        $$;
        do $$
        begin
            execute format(
                'create trigger poison before update on alarm.alarm for each row '
                'when (old.id = %L and new.step > 0) execute function alarm.poison()',
                (select id from alarm.alarm order by id limit 1));
        end
        $$
        """);
    world.clock().advance(Duration.ofSeconds(61));
    server.alarms().wakeDue(100);

    assertThat(world.count("select count(*) from alarm.alarm where step = 1")).isEqualTo(9);
    assertThat(world.count("select count(*) from notify.notice where kind = 'fail-safe'"))
        .isPositive();
    assertThat(world.count("select count(*) from alarm.alarm where wake_at is null")).isZero();
  }

  @Test
  void anAlarmThatCannotBeReadIsToldAndTheOthersGoOn() {
    for (int i = 0; i < 10; i++) {
      panic(false);
    }
    world.sql(
        """
        update alarm.alarm set ladder = '"no ladder"'
         where id = (select id from alarm.alarm order by id limit 1)
        """);
    world.clock().advance(Duration.ofSeconds(61));
    server.alarms().wakeDue(100);

    assertThat(world.count("select count(*) from alarm.alarm where step = 1")).isEqualTo(9);
    assertThat(world.count("select count(*) from notify.notice where kind = 'fail-safe'"))
        .isPositive();
  }

  @Test
  void anAcknowledgementWithdrawsTheCallsThatDidNotGoOut() {
    panic(false);
    assertThat(calls(world.bram())).isEqualTo(1);
    act(new AlarmEvent.Acknowledged(world.bram()), world.bram());
    assertThat(
            world.count(
                "select count(*) from notify.notice where kind = 'alarm-call' and wake_at is not null"))
        .isZero();
  }

  @Test
  void closingWithdrawsTheRequestToTakeOverAndKeepsWhatTellsOfAnEmptyStep() {
    world.sql("delete from people.duty");
    panic(false);
    act(new AlarmEvent.Acknowledged(world.carla()), world.carla());
    act(new AlarmEvent.HandOverOffered(world.carla(), world.bram()), world.carla());
    assertThat(waiting()).contains("take-over", "step-empty", "help-comes");
    act(new AlarmEvent.ClosingAsked(world.carla(), Outcome.SAFE), world.carla());
    assertThat(waiting()).contains("step-empty", "help-comes").doesNotContain("take-over");
  }

  @Test
  void closingWithdrawsTheCallForTheLastResort() {
    world.sql("update people.contact set refused_at = now() where person_id = '" + bram() + "'");
    world
        .database()
        .inTransactionDo(
            tx -> new Rows(tx, world.rows()).ladderStep("panic", 0, List.of(world.bram()), 60));
    panic(false);
    assertThat(waiting()).contains("fail-safe");
    act(new AlarmEvent.Acknowledged(world.carla()), world.carla());
    act(new AlarmEvent.ClosingAsked(world.carla(), Outcome.SAFE), world.carla());
    assertThat(waiting()).doesNotContain("fail-safe");
  }

  @Test
  void whenNobodyAtAllCanBeReachedTheOperatorAndTheJournalHearSo() {
    world.sql("update people.contact set refused_at = now()");
    try (var log = LogTrap.open()) {
      panic(false);
      assertThat(log.lines()).anyMatch(line -> line.startsWith("ERROR alarm "));
    }
    assertThat(world.count("select count(*) from notify.notice")).isZero();
    assertThat(
            world.count("select count(*) from journal.entry where kind = 'alarm.nobody-reachable'"))
        .isEqualTo(1);
  }

  private UUID bram() {
    return world.bram().value();
  }

  /** The kinds of notice that still have to go out. */
  private List<String> waiting() {
    String sql = "select distinct kind from notify.notice where wake_at is not null";
    return world.database().inTransaction(tx -> tx.sql(sql).query(String.class).list());
  }
}
