package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.EventId;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.preparation.CompanionRegister;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.Sign;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Signs of life, departures and panics: never refused for their form (DESIGN 4, promise 6). What
 * cannot be proven is kept and shown; a panic alarms in any case.
 */
@Controller
@RequestMapping(BASE)
public final class HelpRoutes {
  private final WatchDoors doors;
  private final UnprovenPanic unproven;
  private final CompanionRegister companions;

  public HelpRoutes(WatchDoors doors, UnprovenPanic unproven, CompanionRegister companions) {
    this.doors = doors;
    this.unproven = unproven;
    this.companions = companions;
  }

  record LifeSign(@Nullable Made made) {}

  record Departure(@Nullable String text, @Nullable Made made) {}

  record Panic(
      @Nullable UUID watchId,
      @Nullable String watchKey,
      @Nullable String personHint,
      @Nullable UUID organisationHint,
      boolean silent,
      @Nullable Made made) {}

  record Taken(Instant takenAt, boolean counted) {}

  record PanicTaken(
      UUID alarmId, boolean verified, Instant takenAt, @Nullable WorkerWatchJson watch) {}

  /** Makes the event of an act, once it is known when it was made. */
  private interface Event {
    WatchEvent at(Instant madeAt);
  }

  @PostMapping("/watches/{watchId}/signs-of-life")
  Answer sign(Received in) {
    Made made = Made.of(in.body(LifeSign.class).made());
    return signed(in, made).flatMap(this::taken).orElseGet(() -> searched(in, made));
  }

  /** The sign as its sender proves it; empty when the sender has to be searched for. */
  private Optional<Sign> signed(Received in, Made made) {
    Optional<UUID> watch = in.idIfOne("watchId");
    Optional<Proven> proven = watch.flatMap(id -> Proven.by(in).stream().findFirst());
    Instant now = doors.clock().instant();
    return proven.map(sender ->
        new Sign(
            sender.organisation(),
            new WatchId(watch.orElseThrow()),
            sender.proof(),
            in.idempotencyKey().orElseGet(Ids::next),
            made.at(now),
            made.said(now),
            made.where(now),
            made.batteryPercent()));
  }

  private Optional<Answer> taken(Sign sign) {
    return answer(sign, doors.acts().waitFor(doors.intake().take(sign)));
  }

  private Optional<Answer> answer(Sign sign, Sign.Result result) {
    return switch (result) {
      case Sign.Result.Taken(Watch watch) ->
          Optional.of(Answer.ok(doors.view().afterSign(doors.acts(), watch)));
      case Sign.Result.Busy() ->
          answer(sign, doors.acts().asEngineUrgently(tx -> doors.keeper().takeSign(tx, sign)));
      case Sign.Result.NotProven() -> Optional.empty();
    };
  }

  /** What proves the sign is not what it seemed: somewhere else there may be a proof. */
  private Answer searched(Received in, Made made) {
    return take(in, "sign-of-life", made, null, WatchEvent.SignOfLife::new);
  }

  @PostMapping("/watches/{watchId}/departures")
  Answer depart(Received in) {
    Departure departure = in.body(Departure.class);
    return take(
        in, "departure", Made.of(departure.made()), departure.text(), WatchEvent.Departed::new);
  }

  @PostMapping("/watches/{watchId}/panics")
  Answer panicOnWatch(Received in) {
    return panic(in, in.idIfOne("watchId"), in.body(Panic.class));
  }

  @PostMapping("/panics")
  Answer panic(Received in) {
    Panic panic = in.body(Panic.class);
    return panic(in, Optional.ofNullable(panic.watchId()), panic);
  }

  private Answer take(Received in, String kind, Made made, @Nullable String text, Event event) {
    WatchId id = watchId(in);
    Sender sender =
        doors
            .acts()
            .asEngineUrgently(tx -> Sender.of(tx, doors.register(), in, id))
            .orElseThrow(() -> Refusal.notFound("watch"));
    return doors
        .acts()
        .onceFor(
            sender.organisation(),
            in,
            (tx, eventId) -> {
              Instant now = doors.clock().instant();
              if (!sender.proven()) {
                keepUnproven(tx, sender.organisation(), id, kind, made.said(now), now);
                return Answer.taken(new Taken(now, false));
              }
              Act act = act(event.at(made.at(now)), sender, eventId, made, text, now);
              return handled(tx, sender.organisation(), id, act);
            });
  }

  /** An id that is none can only mean the watch that the sender is on. */
  private WatchId watchId(Received in) {
    return in.idIfOne("watchId")
        .map(WatchId::new)
        .or(() -> in.callerIfKnown().flatMap(this::runningWatchOf))
        .orElseThrow(() -> Refusal.notFound("watch"));
  }

  private Optional<WatchId> runningWatchOf(Caller caller) {
    @Nullable Watch watch =
        doors
            .acts()
            .<@Nullable Watch>asEngineUrgently(
                tx -> doors.register().ofWorker(tx, caller.organisation(), caller.person()));
    return Optional.ofNullable(watch).map(Watch::id);
  }

  private Answer handled(Tx tx, OrganisationId organisation, WatchId id, Act act) {
    return switch (doors.keeper().handle(tx, organisation, id, act)) {
      case ActResult.Done(Watch watch, _) -> Answer.ok(doors.view().of(tx, watch, null));
      // Too late to count, but it reached us and stands in the journal.
      case ActResult.Refused(_, Watch watch) -> Answer.ok(doors.view().of(tx, watch, null));
      case ActResult.Unknown() -> throw Refusal.notFound("watch");
    };
  }

  /** Kept, and shown on the board; it moves no deadline. */
  private void keepUnproven(
      Tx tx,
      OrganisationId organisation,
      WatchId id,
      String kind,
      @Nullable Instant madeAt,
      Instant now) {
    doors.register().keepUnproven(tx, organisation, id, kind, madeAt, now);
    var entry =
        new Entry(
            organisation,
            now,
            "watch.unproven-act",
            null,
            id.value(),
            null,
            null,
            madeAt,
            Json.write(Map.of("kind", kind)));
    doors.journal().record(tx, List.of(entry));
  }

  private Answer panic(Received in, Optional<UUID> watchId, Panic panic) {
    Received told = panic.watchKey() == null ? in : in.withWatchKey(panic.watchKey());
    Optional<Sender> sender =
        watchId.flatMap(id ->
            doors
                .acts()
                .asEngineUrgently(tx -> Sender.of(tx, doors.register(), told, new WatchId(id))));
    if (sender.isPresent() && sender.get().proven()) {
      return onWatch(in, sender.get(), panic);
    }
    @Nullable Watch watch = sender.map(Sender::watch).orElse(null);
    return unproven.raise(in, watch, panic);
  }

  private Answer onWatch(Received in, Sender sender, Panic panic) {
    Made made = Made.of(panic.made());
    return doors
        .acts()
        .onceFor(
            sender.organisation(),
            in,
            (tx, eventId) -> {
              Instant now = doors.clock().instant();
              var event = new WatchEvent.HelpAsked(made.at(now), panic.silent());
              Act act = act(event, sender, eventId, made, null, now);
              WatchId id = sender.watch() == null ? null : sender.watch().id();
              if (id == null) {
                throw new IllegalStateException("a proven sender has a watch");
              }
              ActResult result = doors.keeper().handle(tx, sender.organisation(), id, act);
              Answer answer = taken(tx, sender, panic, result, now);
              tellCompanion(tx, sender, panic);
              return answer;
            });
  }

  /** Whoever goes along hears of it, as the organisation wants; the call for help stands anyway. */
  private void tellCompanion(Tx tx, Sender sender, Panic panic) {
    @Nullable Watch watch = sender.watch();
    if (watch != null && !panic.silent()) {
      tx.attempt(
          "the companion of watch " + watch.id() + " was not told",
          () -> companions.askedForHelp(tx, watch));
    }
  }

  private Answer taken(Tx tx, Sender sender, Panic panic, ActResult result, Instant now) {
    if (!(result instanceof ActResult.Done(Watch watch, UUID alarmId))) {
      // Whatever the rules of the watch say, a call for help becomes an alarm.
      return unproven.raiseFor(tx, sender.watch(), panic, new EventId(Ids.next()), now);
    }
    UUID alarm =
        alarmId != null
            ? alarmId
            : doors.alarms().openOf(tx, sender.organisation(), watch.id().value()).stream()
                .findFirst()
                .map(a -> a.id().value())
                .orElse(null);
    if (alarm == null) {
      return unproven.raiseFor(tx, watch, panic, new EventId(Ids.next()), now);
    }
    return Answer.created(new PanicTaken(alarm, true, now, doors.view().of(tx, watch, null)));
  }

  private static Act act(
      WatchEvent event,
      Sender sender,
      EventId eventId,
      Made made,
      @Nullable String text,
      Instant now) {
    return new Act(
        event,
        sender.worker(),
        eventId.value(),
        made.said(now),
        made.where(now),
        made.batteryPercent(),
        text);
  }
}
