package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.account.CodeRegister;
import nl.achterwacht.base.EventId;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.Code;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchEffect;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.watch.WatchState;
import nl.achterwacht.watch.Whereabouts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a worker does on a running watch, beside the calls that are never refused. */
@Controller
@RequestMapping(BASE)
public final class WatchRoutes {
  private final WatchDoors doors;

  public WatchRoutes(WatchDoors doors) {
    this.doors = doors;
  }

  record MyWatch(@Nullable WorkerWatchJson watch, Instant serverTime) {}

  record Extension(int minutes, @Nullable String reason, @Nullable Made made) {}

  record LegReached(String leg, @Nullable Instant expectedAt, @Nullable Made made) {}

  record Ending(
      String how,
      String where,
      @Nullable String code,
      @Nullable Instant homeBy,
      @Nullable Made made) {}

  record CodeGiven(String code, @Nullable Made made) {}

  record Debrief(String answer, @Nullable String text, @Nullable Made made) {}

  record PositionReport(@Nullable Made made) {}

  /** Does one act on a watch whose sender is proven. */
  private interface OnWatch {
    ActResult run(Tx tx, Watch watch, EventId event, Instant now);
  }

  @GetMapping("/me/watch")
  Answer mine(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              @Nullable Watch watch =
                  doors.register().ofWorker(tx, caller.organisation(), caller.person());
              @Nullable WorkerWatchJson json =
                  watch == null ? null : doors.view().of(tx, watch, null);
              return Answer.ok(new MyWatch(json, doors.clock().instant()));
            });
  }

  @GetMapping("/watches/{watchId}")
  Answer watch(Received in) {
    Caller caller = in.caller();
    WatchId id = new WatchId(in.id("watchId"));
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Watch watch = found(tx, caller.organisation(), id);
              checkIsWorker(watch, caller.person());
              return Answer.ok(doors.view().of(tx, watch, null));
            });
  }

  @PostMapping("/watches/{watchId}/extensions")
  Answer extend(Received in) {
    Extension asked = in.body(Extension.class);
    Made made = Made.of(asked.made());
    return onWatch(
        in,
        (tx, watch, event, now) ->
            handle(
                tx,
                watch,
                event,
                made,
                asked.reason(),
                new WatchEvent.Extended(made.at(now), Duration.ofMinutes(asked.minutes()))));
  }

  @PostMapping("/watches/{watchId}/legs")
  Answer reachLeg(Received in) {
    LegReached reached = in.body(LegReached.class);
    Made made = Made.of(reached.made());
    return onWatch(
        in,
        (tx, watch, event, now) -> {
          Trips.checkEnd("/expectedAt", reached.expectedAt(), made.at(now));
          var leg = Leg.of(reached.leg());
          var until = Optional.ofNullable(reached.expectedAt());
          return handle(
              tx, watch, event, made, null, new WatchEvent.LegReached(made.at(now), leg, until));
        });
  }

  @PostMapping("/watches/{watchId}/endings")
  Answer end(Received in) {
    Ending ending = in.body(Ending.class);
    Made made = Made.of(ending.made());
    boolean onSite = ending.where().equals("on-site");
    Code code = code(in, ending.code());
    return onWatch(
        in,
        (tx, watch, event, now) -> {
          Trips.checkEnd("/homeBy", ending.homeBy(), made.at(now));
          var ended =
              new WatchEvent.Ended(
                  made.at(now), watch.worker(), how(ending.how()), onSite, code, false);
          ActResult result = handle(tx, watch, event, made, null, ended);
          return onSite && ending.homeBy() != null
              ? expectHome(tx, result, event, made.at(now), ending.homeBy())
              : result;
        });
  }

  @PostMapping("/watches/{watchId}/safe-codes")
  Answer giveCode(Received in) {
    CodeGiven given = in.body(CodeGiven.class);
    Made made = Made.of(given.made());
    Code code = code(in, given.code());
    return onWatch(
        in,
        (tx, watch, event, now) -> {
          var said = new WatchEvent.CodeGiven(made.at(now), watch.worker(), code, false);
          return handle(tx, watch, event, made, null, said);
        });
  }

  @PostMapping("/watches/{watchId}/debriefs")
  Answer debrief(Received in) {
    Debrief debrief = in.body(Debrief.class);
    return onWatch(
        in,
        (tx, watch, event, now) -> {
          ActResult result =
              doors
                  .keeper()
                  .debrief(tx, watch.organisation(), watch.id(), debrief.answer(), debrief.text());
          if (result instanceof ActResult.Done) {
            Instant madeAt = Made.of(debrief.made()).at(now);
            doors.debriefing().debriefed(tx, watch, debrief.answer(), debrief.text(), madeAt);
          }
          return result;
        });
  }

  @PostMapping("/watches/{watchId}/positions")
  Answer position(Received in) {
    Made made = Made.of(in.body(PositionReport.class).made());
    var id = new WatchId(in.id("watchId"));
    Act.@Nullable Position position = made.where(doors.clock().instant());
    if (position == null) {
      throw Refusal.invalid("/made/position", "required", "There is no position in it.");
    }
    OrganisationId organisation = organisation(in);
    boolean proven =
        Proven.by(in).stream()
            .map(by -> new Whereabouts(by.organisation(), id, by.proof(), position))
            .anyMatch(one -> doors.acts().waitFor(doors.intake().take(one)));
    return doors
        .acts()
        .forOrganisation(
            organisation,
            tx -> {
              Watch watch = found(tx, organisation, id);
              if (!proven) {
                checkProven(tx, in, watch);
              }
              return Answer.ok(doors.view().of(tx, watch, null));
            });
  }

  private Answer onWatch(Received in, OnWatch act) {
    WatchId id = new WatchId(in.id("watchId"));
    OrganisationId organisation = organisation(in);
    return doors
        .acts()
        .onceFor(
            organisation,
            in,
            (tx, event) -> {
              Watch watch = found(tx, organisation, id);
              checkProven(tx, in, watch);
              return switch (act.run(tx, watch, event, doors.clock().instant())) {
                case ActResult.Done(Watch after, _) -> Answer.ok(doors.view().of(tx, after, null));
                case ActResult.Refused(var reason, _) -> Answer.refused(refusal(tx, watch, reason));
                case ActResult.Unknown() -> throw Refusal.notFound("watch");
              };
            });
  }

  /** Without codes no code is ever right: the phone must say so rather than ask again. */
  private Refusal refusal(Tx tx, Watch watch, WatchEffect.Reason reason) {
    boolean asksCode =
        reason == WatchEffect.Reason.CODE_NEEDED || reason == WatchEffect.Reason.CODE_WRONG;
    return asksCode && !doors.codes().areChosen(tx, watch.organisation(), watch.worker())
        ? ReasonText.noCodes()
        : ReasonText.refusal(reason);
  }

  private ActResult handle(
      Tx tx, Watch watch, EventId event, Made made, @Nullable String text, WatchEvent what) {
    Instant now = doors.clock().instant();
    var act =
        new Act(
            what,
            watch.worker(),
            event.value(),
            made.said(now),
            made.where(now),
            made.batteryPercent(),
            text);
    return doors.keeper().handle(tx, watch.organisation(), watch.id(), act);
  }

  /** The visit is over and the way home begins: by when, the worker says. */
  private ActResult expectHome(
      Tx tx, ActResult result, EventId event, Instant madeAt, Instant homeBy) {
    if (!(result instanceof ActResult.Done(Watch watch, _))
        || !(watch.state() instanceof WatchState.Running)) {
      return result;
    }
    UUID id = UUID.nameUUIDFromBytes((event + " home").getBytes(StandardCharsets.UTF_8));
    var leg = new WatchEvent.LegReached(madeAt, Leg.HOME, Optional.of(homeBy));
    return doors
        .keeper()
        .handle(tx, watch.organisation(), watch.id(), Act.of(leg, watch.worker(), id));
  }

  /** Worked out before the transaction of the act, which must not be held up by slow hashes. */
  private Code code(Received in, @Nullable String typed) {
    WatchId id = new WatchId(in.id("watchId"));
    OrganisationId organisation = organisation(in);
    CodeRegister.Check check =
        doors
            .acts()
            .forOrganisation(
                organisation,
                tx -> {
                  Watch watch = found(tx, organisation, id);
                  checkProven(tx, in, watch);
                  return doors.codes().checkOf(tx, organisation, watch.worker());
                });
    return switch (check.of(typed)) {
      case NOTHING -> Code.NONE;
      case SAFE -> Code.SAFE;
      case DURESS -> Code.DURESS;
      case WRONG -> Code.WRONG;
    };
  }

  private static WatchState.How how(String text) {
    return switch (text) {
      case "finished" -> WatchState.How.FINISHED;
      case "nobody-home" -> WatchState.How.NOBODY_HOME;
      default -> WatchState.How.SAFE_ELSEWHERE;
    };
  }

  /** Of the session, or as the watch key says; {@link #checkProven} finds out whether it fits. */
  private static OrganisationId organisation(Received in) {
    @Nullable OrganisationId ofKey = in.watchKey().map(WatchRegister::organisationOf).orElse(null);
    return in.callerIfKnown()
        .map(Caller::organisation)
        .or(() -> Optional.ofNullable(ofKey))
        .orElseThrow(() -> Refusal.of(ProblemKind.NOT_SIGNED_IN, "Sign in first."));
  }

  private Watch found(Tx tx, OrganisationId organisation, WatchId id) {
    @Nullable Watch watch = doors.register().find(tx, organisation, id);
    if (watch == null) {
      throw Refusal.notFound("watch");
    }
    return watch;
  }

  private void checkProven(Tx tx, Received in, Watch watch) {
    String key = in.watchKey().orElse("");
    if (!key.isEmpty() && doors.register().keyFits(tx, watch.organisation(), watch.id(), key)) {
      return;
    }
    checkIsWorker(watch, in.caller().person());
  }

  private static void checkIsWorker(Watch watch, PersonId person) {
    if (!watch.worker().equals(person)) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "This is the watch of somebody else.");
    }
  }
}
