package nl.achterwacht.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.achterwacht.alarm.Act;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmEvent;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.alarm.AlarmKind;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.alarm.AlarmState;
import nl.achterwacht.alarm.NewAlarm;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.drill.Drill.Arrival;
import nl.achterwacht.drill.Drill.End;
import nl.achterwacht.drill.Drill.Outcome;
import nl.achterwacht.drill.Drill.Plan;
import nl.achterwacht.drill.DrillResult.Done;
import nl.achterwacht.drill.DrillResult.Reason;
import nl.achterwacht.drill.DrillResult.Refused;
import nl.achterwacht.drill.DrillResult.Unknown;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceId;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.jspecify.annotations.Nullable;

/** Keeps drills: the only writer of their table, and the only one that starts one. */
public final class DrillKeeper {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final int AT_ONCE = 20;
  private static final int MOST_LINES = 200;

  private final InstantSource clock;
  private final Journal journal;
  private final AlarmKeeper alarms;
  private final WorkplaceKeeper workplaces;
  private final DrillDates dates;
  private final AlarmRegister register = new AlarmRegister();
  private final JournalReader reader = new JournalReader();
  private final ResponseTimes responses = new ResponseTimes();
  private final DrillStore store = new DrillStore();

  public DrillKeeper(
      InstantSource clock,
      Journal journal,
      AlarmKeeper alarms,
      WorkplaceKeeper workplaces,
      DrillDates dates) {
    this.clock = clock;
    this.journal = journal;
    this.alarms = alarms;
    this.workplaces = workplaces;
    this.dates = dates;
  }

  /** Plans a drill; nothing is called yet. The workplace must be in use. */
  public Drill plan(Tx tx, Workplace workplace, Plan plan, PersonId by) {
    var drill =
        made(workplace.organisation(), workplace.id(), workplace.details().team(), plan, by);
    store.insert(tx, drill);
    note(tx, drill, "drill.planned", by);
    return drill;
  }

  /** Calls a planned drill off. */
  public DrillResult cancel(Tx tx, OrganisationId organisation, DrillId id, PersonId by) {
    Optional<Drill> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    if (!found.get().isPlanned()) {
      return new Refused(Reason.NOT_PLANNED);
    }
    End end = new End(clock.instant(), Outcome.CANCELLED, null, null);
    Drill cancelled = store.save(tx, with(found.get(), null, null, end));
    note(tx, cancelled, "drill.cancelled", by);
    return new Done(cancelled);
  }

  /**
   * What is asked when one starts.
   *
   * @param workplace null to try only the ladder of the team
   * @param planned the one that was planned; null for one at once
   * @param onTheSpot at the workplace itself
   * @param about who is to be helped; null for nobody in particular
   * @param cause names the press, so that it never raises two
   * @param where what the board shows, as the plan of a watch says it
   */
  public record StartAsked(
      OrganisationId organisation,
      TeamId team,
      @Nullable WorkplaceId workplace,
      @Nullable DrillId planned,
      PersonId by,
      boolean onTheSpot,
      @Nullable PersonId about,
      UUID cause,
      @Nullable String where) {}

  /** The alarm goes off, as a drill. Never while a real alarm is open. */
  public DrillResult start(Tx tx, StartAsked asked) {
    List<Alarm> open = knownTo(asked.by(), register.open(tx, asked.organisation()));
    if (!open.isEmpty()) {
      return new Refused(isReal(open) ? Reason.REAL_ALARM : Reason.DRILL_GOES_ON);
    }
    Drill drill;
    if (asked.planned() == null) {
      var now = new Plan(false, null, null);
      drill = made(asked.organisation(), asked.workplace(), asked.team(), now, asked.by());
      store.insert(tx, drill);
    } else {
      Optional<Drill> found = store.lock(tx, asked.organisation(), asked.planned());
      if (found.isEmpty() || !Objects.equals(found.get().workplace(), asked.workplace())) {
        return new Unknown();
      }
      drill = found.get().of(asked.team());
      if (!drill.isPlanned()) {
        return new Refused(Reason.NOT_PLANNED);
      }
    }
    Instant now = clock.instant();
    AlarmId alarm = alarms.raiseAll(tx, List.of(alarm(drill, asked, now)), now).get(asked.cause());
    if (alarm == null) {
      return new Refused(Reason.DRILL_GOES_ON);
    }
    var start = new Drill.Start(alarm, asked.by(), now, asked.onTheSpot());
    Drill started = store.save(tx, with(drill, start, null, null));
    note(tx, started, "drill.started", asked.by());
    return new Done(started);
  }

  /**
   * Whoever stands beside the starter must not learn from a drill that a silent alarm is open: it
   * starts and goes on as if there were none, while the real one is called all the same.
   */
  private static List<Alarm> knownTo(PersonId starter, List<Alarm> open) {
    return open.stream()
        .filter(alarm ->
            !starter.equals(alarm.worker())
                || !(alarm.silent() || alarm.kind() == AlarmKind.MISSED_SIGN))
        .toList();
  }

  private static boolean isReal(List<Alarm> open) {
    return open.stream().anyMatch(alarm -> alarm.kind() != AlarmKind.DRILL);
  }

  /** Somebody is there; the first one counts. */
  public DrillResult arrived(
      Tx tx, OrganisationId organisation, DrillId id, PersonId by, Instant at) {
    Optional<Drill> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Drill drill = found.get();
    if (!drill.isRunning()) {
      return new Refused(Reason.NOT_STARTED);
    }
    if (drill.arrival() != null) {
      return new Done(drill);
    }
    Drill arrived = store.save(tx, with(drill, drill.start(), new Arrival(by, at), null));
    note(tx, arrived, "drill.arrived", by);
    return new Done(arrived);
  }

  /**
   * What was found in the end.
   *
   * @param alarmResult works, unreliable or fails
   * @param byName who says so, for the page of the workplace
   */
  public record Finding(String alarmResult, @Nullable String said, PersonId by, String byName) {}

  /**
   * The drill is over, or was over already and its result is noted. What was found is what the
   * workplace's page says of its means of alarm from now on.
   */
  public DrillResult end(Tx tx, OrganisationId organisation, DrillId id, Finding finding) {
    Optional<Drill> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Drill drill = found.get();
    if (drill.start() == null) {
      return new Refused(Reason.NOT_STARTED);
    }
    End before = drill.end();
    if (before != null && (before.outcome() != Outcome.HELD || before.alarmResult() != null)) {
      return new Refused(Reason.ENDED);
    }
    Instant now = clock.instant();
    endAlarm(tx, drill, finding.by());
    var end =
        new End(
            before == null ? now : before.at(),
            Outcome.HELD,
            finding.alarmResult(),
            finding.said());
    Drill ended = held(tx, drill, end, finding.by());
    WorkplaceId workplace = drill.workplace();
    if (workplace != null) {
      workplaces.alarmTested(
          tx,
          organisation,
          workplace,
          new WorkplaceKeeper.AlarmTest(
              now.atZone(AMSTERDAM).toLocalDate(), finding.byName(), finding.alarmResult()),
          finding.by());
    }
    return new Done(ended);
  }

  /**
   * Looks at the drills that go on, of all organisations: one whose alarm was closed at the desk is
   * over, and so is one during which a real alarm came. It runs beside the alarms, and takes no
   * lock that a real alarm could wait for.
   *
   * @return how many ended
   */
  public int sweep(Database database) {
    return database.inTransaction(tx -> {
      int ended = 0;
      for (Drill drill : store.claimRunning(tx, AT_ONCE)) {
        if (endedMeanwhile(tx, drill)) {
          ended++;
        }
      }
      return ended;
    });
  }

  private boolean endedMeanwhile(Tx tx, Drill drill) {
    Drill.Start start = drill.start();
    if (start == null) {
      return false;
    }
    Instant now = clock.instant();
    Alarm alarm = register.find(tx, drill.organisation(), start.alarm());
    if (alarm == null || alarm.state() instanceof AlarmState.Closed) {
      PersonId by =
          alarm != null && alarm.state() instanceof AlarmState.Closed closed
              ? closed.by()
              : start.by();
      held(tx, drill, new End(now, Outcome.HELD, null, null), by);
      return true;
    }
    boolean isReal = isReal(knownTo(start.by(), register.open(tx, drill.organisation())));
    if (isReal) {
      endAlarm(tx, drill, start.by());
      Drill overtaken =
          store.save(
              tx, with(drill, start, drill.arrival(), new End(now, Outcome.OVERTAKEN, null, null)));
      note(tx, overtaken, "drill.overtaken", start.by());
    }
    return isReal;
  }

  private void endAlarm(Tx tx, Drill drill, PersonId by) {
    Drill.Start start = drill.start();
    if (start != null && drill.end() == null) {
      var over = new AlarmEvent.DrillEnded(by);
      alarms.handle(tx, drill.organisation(), start.alarm(), Act.of(over, by));
    }
  }

  /** It was really held: what was measured is kept, and the task is done. */
  private Drill held(Tx tx, Drill drill, End end, PersonId by) {
    Arrival arrival = drill.arrival() == null ? arrivalAtTheDesk(tx, drill) : drill.arrival();
    Drill ended = store.save(tx, with(drill, drill.start(), arrival, end));
    Drill.Start start = ended.start();
    Duration took = ended.response();
    WorkplaceId workplace = drill.workplace();
    if (start != null && took != null && workplace != null) {
      var response =
          new ResponseTimes.Response(drill.organisation(), start.alarm().value(), workplace, true);
      responses.add(tx, response, took, end.at());
    }
    if (drill.end() == null) {
      note(tx, ended, "drill.held", by);
      if (workplace != null) {
        dates.held(tx, drill.organisation(), workplace, by, end.said());
      }
    }
    return ended;
  }

  /** Whoever handled the alarm may have said that somebody is there. */
  private @Nullable Arrival arrivalAtTheDesk(Tx tx, Drill drill) {
    Drill.Start start = drill.start();
    if (start == null) {
      return null;
    }
    return reader
        .about(tx, drill.organisation(), null, start.alarm().value(), null, MOST_LINES)
        .stream()
        .filter(line -> line.kind().equals("alarm.arrived"))
        .min(Comparator.comparing(JournalReader.Line::at))
        .map(line -> {
          UUID actor = line.actorId();
          return new Arrival(actor == null ? start.by() : new PersonId(actor), line.at());
        })
        .orElse(null);
  }

  /** The latest first; at one workplace when that is asked. */
  public List<Drill> list(
      Tx tx, OrganisationId organisation, @Nullable WorkplaceId workplace, Slice slice) {
    return store.list(tx, organisation, workplace, slice);
  }

  /** The drill that this alarm is; empty when it is none, or one of no workplace. */
  public Optional<Drill> ofAlarm(Tx tx, OrganisationId organisation, AlarmId alarm) {
    return store.byAlarm(tx, organisation, alarm);
  }

  /** Forgets drills that were over before {@code before}, of all organisations. */
  public int forget(Tx tx, Instant before) {
    return store.forget(tx, before) + responses.forget(tx, before);
  }

  private Drill made(
      OrganisationId organisation,
      @Nullable WorkplaceId workplace,
      TeamId team,
      Plan plan,
      PersonId by) {
    return new Drill(
        organisation, DrillId.next(), workplace, team, plan, by, clock.instant(), null, null, null);
  }

  private static NewAlarm alarm(Drill drill, StartAsked asked, Instant now) {
    return new NewAlarm(
        drill.organisation(),
        AlarmKind.DRILL,
        false,
        asked.cause(),
        null,
        asked.about(),
        drill.team(),
        now,
        asked.where());
  }

  private static Drill with(
      Drill drill, Drill.@Nullable Start start, @Nullable Arrival arrival, @Nullable End end) {
    return new Drill(
        drill.organisation(),
        drill.id(),
        drill.workplace(),
        drill.team(),
        drill.plan(),
        drill.madeBy(),
        drill.madeAt(),
        start,
        arrival,
        end);
  }

  private void note(Tx tx, Drill drill, String kind, PersonId by) {
    Map<String, Object> data = new TreeMap<>();
    data.put("drillId", drill.id().toString());
    if (drill.workplace() != null) {
      data.put("workplaceId", drill.workplace().toString());
    }
    journal.record(
        tx,
        List.of(
            new Entry(
                drill.organisation(),
                clock.instant(),
                kind,
                by.value(),
                null,
                drill.start() == null ? null : drill.start().alarm().value(),
                null,
                null,
                Json.write(data))));
  }
}
