package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nl.achterwacht.base.EventId;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.MoveResult;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchKeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * "I am late": the appointment and what is expected when move along. Who is out already gets the
 * time on the running watch. The words for the client go back to the phone, which sends them: the
 * server never learns the client's number (decision 0101).
 */
@Controller
@RequestMapping(BASE + "/visits/{visitId}/delays")
public final class DelayRoute {
  private final VisitRegister visits;
  private final WatchKeeper watches;
  private final Journal journal;
  private final Acts acts;
  private final InstantSource clock;

  public DelayRoute(
      VisitRegister visits, WatchKeeper watches, Journal journal, Acts acts, InstantSource clock) {
    this.visits = visits;
    this.watches = watches;
    this.journal = journal;
    this.acts = acts;
    this.clock = clock;
  }

  record NewDelay(int minutes, @Nullable Made made) {}

  record DelayJson(
      int minutes, Instant plannedStartAt, Instant plannedEndAt, boolean begun, String forClient) {}

  @PostMapping
  Answer late(Received in) {
    NewDelay asked = in.body(NewDelay.class);
    return acts.once(in, (tx, event) -> late(tx, in, asked, event));
  }

  private Answer late(Tx tx, Received in, NewDelay asked, EventId event) {
    Caller caller = in.caller();
    Duration by = Duration.ofMinutes(asked.minutes());
    Visit visit =
        visits
            .find(tx, caller.organisation(), new VisitId(in.id("visitId")))
            .orElseThrow(() -> Refusal.notFound("visit"));
    if (!visit.worker().equals(caller.person())) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "This is the visit of somebody else.");
    }
    Appointment before = visit.appointment();
    Appointment to = before.at(before.plannedStartAt().plus(by), before.plannedEndAt().plus(by));
    return switch (visits.move(
        tx, visit.organisation(), visit.id(), to, visit.version(), caller.person())) {
      case MoveResult.Moved(Visit moved) -> {
        note(tx, visit, asked, event, caller);
        yield Answer.created(json(asked, moved.appointment(), false));
      }
      case MoveResult.Started() -> prolonged(tx, visit, asked, event, caller);
      case MoveResult.Cancelled() ->
          throw Refusal.conflict("", "cancelled", "This visit was cancelled.");
      case MoveResult.Stale _ ->
          throw Refusal.of(ProblemKind.STILL_BUSY, "The visit was changed just now; try again.");
      case MoveResult.Unknown() -> throw Refusal.notFound("visit");
    };
  }

  /** Underway already: the deadline moves, and with it the alarm. */
  private Answer prolonged(Tx tx, Visit visit, NewDelay asked, EventId event, Caller caller) {
    Instant now = clock.instant();
    Made made = Made.of(asked.made());
    var extended = new WatchEvent.Extended(made.at(now), Duration.ofMinutes(asked.minutes()));
    var act = new Act(extended, caller.person(), event.value(), made.said(now), null, null, null);
    return switch (watches.handle(tx, visit.organisation(), visit.watch(), act)) {
      case ActResult.Done _ -> {
        note(tx, visit, asked, event, caller);
        yield Answer.created(json(asked, visit.appointment(), true));
      }
      case ActResult.Refused(var reason, _) -> Answer.refused(ReasonText.refusal(reason));
      case ActResult.Unknown() -> throw Refusal.notFound("watch");
    };
  }

  private void note(Tx tx, Visit visit, NewDelay asked, EventId event, Caller caller) {
    record Late(int minutes) {}
    journal.record(
        tx,
        List.of(
            new Entry(
                visit.organisation(),
                clock.instant(),
                "visit.delayed",
                caller.person().value(),
                visit.watch().value(),
                null,
                event.value(),
                Made.of(asked.made()).said(clock.instant()),
                Json.write(new Late(asked.minutes())))));
  }

  private static DelayJson json(NewDelay asked, Appointment appointment, boolean begun) {
    return new DelayJson(
        asked.minutes(),
        appointment.plannedStartAt(),
        appointment.plannedEndAt(),
        begun,
        // Clients of a Dutch organisation read Dutch, whatever the worker's language.
        Words.in("nl").say("late.client", asked.minutes()));
  }
}
