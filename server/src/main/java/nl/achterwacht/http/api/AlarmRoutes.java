package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.alarm.Act;
import nl.achterwacht.alarm.ActResult;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmEffect;
import nl.achterwacht.alarm.AlarmEvent;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.Outcome;
import nl.achterwacht.base.EventId;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What handlers do about an alarm. */
@Controller
@RequestMapping(BASE)
public final class AlarmRoutes {
  private final AlarmDoors doors;
  private final AlarmPageView page;

  public AlarmRoutes(AlarmDoors doors, AlarmPageView page) {
    this.doors = doors;
    this.page = page;
  }

  record Acknowledgement(@Nullable Made made) {}

  record AlarmUpdate(String text, boolean arrived, @Nullable Made made) {}

  record HandOver(UUID toPersonId, @Nullable Made made) {}

  record HandOverAnswer(boolean accepted, @Nullable Made made) {}

  record Escalation(int seenStep, @Nullable Made made) {}

  record ScriptTick(int number, boolean ticked, @Nullable Made made) {}

  record Closure(
      String outcome,
      @Nullable String cause,
      @Nullable String text,
      boolean watchGoesOn,
      @Nullable Made made) {}

  /** What comes with an act besides its event. */
  private record Along(@Nullable String text, boolean goesOn, @Nullable String cause) {
    static final Along NOTHING = new Along(null, false, null);
  }

  private static final JournalReader READER = new JournalReader();
  private static final Duration ONE_LOOK = Duration.ofMinutes(10);

  @GetMapping("/alarms/{alarmId}")
  Answer alarm(Received in) {
    AlarmId id = new AlarmId(in.id("alarmId"));
    Caller caller = in.caller();
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Alarm alarm = found(tx, caller, id);
              noteLook(tx, caller, alarm);
              return Answer.ok(page.of(tx, alarm, caller));
            });
  }

  @PostMapping("/alarms/{alarmId}/acknowledgements")
  Answer acknowledge(Received in) {
    Made made = Made.of(in.body(Acknowledgement.class).made());
    return handle(in, new AlarmEvent.Acknowledged(in.caller().person()), made, Along.NOTHING);
  }

  @PostMapping("/alarms/{alarmId}/updates")
  Answer update(Received in) {
    AlarmUpdate update = in.body(AlarmUpdate.class);
    return handle(
        in,
        new AlarmEvent.Updated(in.caller().person(), update.arrived()),
        Made.of(update.made()),
        new Along(update.text(), false, null));
  }

  @PostMapping("/alarms/{alarmId}/hand-overs")
  Answer handOver(Received in) {
    HandOver asked = in.body(HandOver.class);
    PersonId to = new PersonId(asked.toPersonId());
    doors
        .acts()
        .forOrganisation(
            in.caller().organisation(),
            tx -> handler(doors.people().person(tx, in.caller().organisation(), to)));
    return handle(
        in,
        new AlarmEvent.HandOverOffered(in.caller().person(), to),
        Made.of(asked.made()),
        Along.NOTHING);
  }

  @PostMapping("/alarms/{alarmId}/hand-over-answers")
  Answer answerHandOver(Received in) {
    HandOverAnswer answer = in.body(HandOverAnswer.class);
    return handle(
        in,
        new AlarmEvent.HandOverAnswered(in.caller().person(), answer.accepted()),
        Made.of(answer.made()),
        Along.NOTHING);
  }

  @PostMapping("/alarms/{alarmId}/escalations")
  Answer escalate(Received in) {
    Escalation asked = in.body(Escalation.class);
    // Steps are counted from 1 on screens and from 0 in the rules.
    return handle(
        in,
        new AlarmEvent.EscalationAsked(in.caller().person(), asked.seenStep() - 1),
        Made.of(asked.made()),
        Along.NOTHING);
  }

  @PostMapping("/alarms/{alarmId}/closures")
  Answer close(Received in) {
    Closure closure = in.body(Closure.class);
    if (closure.outcome().equals("false-alarm") && closure.cause() == null) {
      throw Refusal.invalid("/cause", "required", "A false alarm has a cause.");
    }
    return handle(
        in,
        new AlarmEvent.ClosingAsked(in.caller().person(), Outcome.of(closure.outcome())),
        Made.of(closure.made()),
        new Along(closure.text(), closure.watchGoesOn(), closure.cause()));
  }

  @PostMapping("/alarms/{alarmId}/script-ticks")
  Answer tick(Received in) {
    ScriptTick tick = in.body(ScriptTick.class);
    if (tick.number() > AlarmPageView.STEPS) {
      throw Refusal.invalid("/number", "unknown", "The call script has no such step.");
    }
    Caller caller = in.caller();
    AlarmId id = new AlarmId(in.id("alarmId"));
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Instant now = doors.clock().instant();
              Alarm alarm = found(tx, caller, id);
              if (caller.person().equals(alarm.worker())) {
                return Answer.refused(ReasonText.refusal(AlarmEffect.Reason.ABOUT_YOU));
              }
              doors
                  .register()
                  .tick(
                      tx,
                      alarm.organisation(),
                      id,
                      tick.number(),
                      tick.ticked(),
                      caller.person(),
                      now);
              String kind = tick.ticked() ? "alarm.step-ticked" : "alarm.step-unticked";
              note(tx, caller, alarm, kind, event, Map.of("step", tick.number()));
              return Answer.ok(json(tx, alarm));
            });
  }

  private Answer handle(Received in, AlarmEvent event, Made made, Along along) {
    Caller caller = in.caller();
    AlarmId id = new AlarmId(in.id("alarmId"));
    return doors
        .acts()
        .once(
            in,
            (tx, eventId) -> {
              Act act =
                  new Act(
                      event,
                      caller.person(),
                      eventId.value(),
                      made.said(doors.clock().instant()),
                      along.text(),
                      along.goesOn(),
                      along.cause());
              Alarm known = found(tx, caller, id);
              return switch (doors.keeper().handle(tx, known.organisation(), id, act)) {
                case ActResult.Done(Alarm alarm) -> Answer.ok(json(tx, alarm));
                case ActResult.Refused(var reason, _) -> Answer.refused(ReasonText.refusal(reason));
                case ActResult.Unknown() -> throw Refusal.notFound("alarm");
              };
            });
  }

  private static Person handler(@Nullable Person person) {
    if (person == null) {
      throw Refusal.invalid("/toPersonId", "unknown", "There is no such person.");
    }
    if (!person.isHandler()) {
      throw Refusal.invalid("/toPersonId", "no-handler", "This person handles no alarms.");
    }
    return person;
  }

  /** The alarm; to the worker whom it must not betray, as if there were none. */
  private Alarm found(Tx tx, Caller caller, AlarmId id) {
    @Nullable Alarm alarm = doors.register().find(tx, caller.organisation(), id);
    if (alarm == null || doors.silence().hides(tx, alarm, caller.person())) {
      throw Refusal.notFound("alarm");
    }
    return alarm;
  }

  private BoardJson.AlarmJson json(Tx tx, Alarm alarm) {
    return doors.board().alarm(Names.of(tx, doors.people(), alarm.organisation()), alarm);
  }

  /**
   * Every look at what is known of a place and a person is journalled (DESIGN 9). A page that stays
   * open is read again and again: that is one look.
   */
  private void noteLook(Tx tx, Caller caller, Alarm alarm) {
    Instant since = doors.clock().instant().minus(ONE_LOOK);
    if (READER.hasNoted(
        tx,
        alarm.organisation(),
        alarm.id().value(),
        caller.person().value(),
        "alarm.looked-at",
        since)) {
      return;
    }
    note(tx, caller, alarm, "alarm.looked-at", null, Map.of());
  }

  private void note(
      Tx tx,
      Caller caller,
      Alarm alarm,
      String kind,
      @Nullable EventId event,
      Map<String, Object> data) {
    doors
        .journal()
        .record(
            tx,
            List.of(
                new Entry(
                    alarm.organisation(),
                    doors.clock().instant(),
                    kind,
                    caller.person().value(),
                    alarm.watchId(),
                    alarm.id().value(),
                    event == null ? null : event.value(),
                    null,
                    Json.write(data))));
  }
}
