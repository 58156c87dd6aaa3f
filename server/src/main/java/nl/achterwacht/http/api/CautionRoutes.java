package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.caution.Caution;
import nl.achterwacht.place.caution.CautionEffect;
import nl.achterwacht.place.caution.CautionEvent;
import nl.achterwacht.place.caution.CautionId;
import nl.achterwacht.place.caution.CautionKeeper.Why;
import nl.achterwacht.place.caution.CautionResult;
import nl.achterwacht.preparation.CompanionRegister;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.WatchRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Cautions: proposed by one, confirmed by another, told, answered, looked at again, ended. */
@Controller
public final class CautionRoutes {
  private static final int OLDEST_MONTHS = 36;

  private final PlaceDoors doors;
  private final PlaceView view;
  private final PlaceAccess access;
  private final ZoneId zone;

  public CautionRoutes(
      PlaceDoors doors, VisitRegister visits, WatchRegister watches, CompanionRegister companions) {
    this.doors = doors;
    this.view = new PlaceView(doors);
    this.access = new PlaceAccess(visits, watches, companions);
    this.zone = ZoneId.of("Europe/Amsterdam");
  }

  record NewCaution(
      String kind, String behaviour, String source, String evidence, LocalDate happenedOn) {}

  record Confirmation(@Nullable LocalDate endsOn) {}

  record Letter(@Nullable LocalDate sentOn, @Nullable String notSentBecause) {}

  record Reply(String text, LocalDate receivedOn) {}

  record Renewal(LocalDate endsOn, String reason) {}

  record CautionEnding(String reason) {}

  private interface Act {
    CautionResult on(Tx tx, CautionId id, PersonId by);
  }

  /** Each look is journalled. */
  @GetMapping(BASE + "/places/{placeId}/cautions")
  Answer ofPlace(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Place place = PlaceRoutes.place(tx, doors, in);
              var shown =
                  doors
                      .cautions()
                      .shown(tx, caller.organisation(), place.id(), caller.person(), true);
              return Answer.ok(view.cautions(tx, caller.organisation(), shown));
            });
  }

  /** Each look is journalled. */
  @GetMapping(BASE + "/cautions")
  Answer toDecide(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .forCaller(
            in,
            tx ->
                Answer.ok(
                    view.cautions(
                        tx,
                        caller.organisation(),
                        doors.cautions().toDecide(tx, caller.organisation(), caller.person()))));
  }

  @PostMapping(BASE + "/places/{placeId}/cautions")
  Answer propose(Received in) {
    NewCaution asked = in.body(NewCaution.class);
    Caution.Said said = said(asked);
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Place place = PlaceRoutes.place(tx, doors, in);
              if (!caller.isOneOf(PlaceAccess.MANAGERS)
                  && !access.goesTo(tx, caller, place, doors.clock().instant())) {
                throw Refusal.of(ProblemKind.NOT_ALLOWED, "You have no visit at this address.");
              }
              return Answer.created(
                  view.caution(
                      tx,
                      doors
                          .cautions()
                          .propose(tx, caller.organisation(), place.id(), said, caller.person())));
            });
  }

  @PostMapping(BASE + "/cautions/{cautionId}/confirmations")
  Answer confirm(Received in) {
    LocalDate endsOn = in.body(Confirmation.class).endsOn();
    Instant endsAt = endsOn == null ? doors.cautions().latestEnd() : startOf(endsOn);
    return act(in, null, by -> new CautionEvent.Confirmed(by, endsAt));
  }

  @PostMapping(BASE + "/cautions/{cautionId}/letters")
  Answer letter(Received in) {
    Letter letter = in.body(Letter.class);
    String because = letter.notSentBecause();
    if ((letter.sentOn() == null) == (because == null || because.isBlank())) {
      throw Refusal.invalid(
          "/sentOn", "one-of", "Tell the day of the letter, or why none was sent.");
    }
    checkPast("/sentOn", letter.sentOn());
    var told =
        new Caution.Told(letter.sentOn(), because == null ? null : because.strip(), null, null);
    return act(
        in,
        (tx, id, by) -> doors.cautions().noteLetter(tx, in.caller().organisation(), id, told, by));
  }

  @PostMapping(BASE + "/cautions/{cautionId}/replies")
  Answer reply(Received in) {
    Reply reply = in.body(Reply.class);
    checkPast("/receivedOn", reply.receivedOn());
    var told = new Caution.Told(null, null, words("/text", reply.text()), reply.receivedOn());
    return act(
        in,
        (tx, id, by) -> doors.cautions().noteReply(tx, in.caller().organisation(), id, told, by));
  }

  @PostMapping(BASE + "/cautions/{cautionId}/reviews")
  Answer review(Received in) {
    return act(in, null, CautionEvent.Reviewed::new);
  }

  @PostMapping(BASE + "/cautions/{cautionId}/renewals")
  Answer renew(Received in) {
    Renewal renewal = in.body(Renewal.class);
    String reason = words("/reason", renewal.reason());
    return act(in, reason, by -> new CautionEvent.Renewed(by, startOf(renewal.endsOn())));
  }

  @PostMapping(BASE + "/cautions/{cautionId}/endings")
  Answer end(Received in) {
    String reason = words("/reason", in.body(CautionEnding.class).reason());
    return act(in, reason, CautionEvent.EndAsked::new);
  }

  private Answer act(
      Received in, @Nullable String because, Function<PersonId, CautionEvent> event) {
    return act(
        in,
        (tx, id, by) ->
            doors
                .cautions()
                .handle(tx, in.caller().organisation(), id, event.apply(by), new Why(because)));
  }

  /**
   * The answer shows the caution to who acted on it: that is a look, and told by the act itself.
   */
  private Answer act(Received in, Act act) {
    CautionId id = new CautionId(in.id("cautionId"));
    return doors
        .acts()
        .once(
            in,
            (tx, event) ->
                switch (act.on(tx, id, in.caller().person())) {
                  case CautionResult.Done(Caution caution) -> Answer.ok(view.caution(tx, caution));
                  case CautionResult.Refused(var reason) -> Answer.refused(refusal(reason));
                  case CautionResult.Unknown() -> throw Refusal.notFound("caution");
                });
  }

  private Caution.Said said(NewCaution asked) {
    checkPast("/happenedOn", asked.happenedOn());
    if (asked.happenedOn().isBefore(today().minusMonths(OLDEST_MONTHS))) {
      throw Refusal.invalid("/happenedOn", "too-old", "This is too long ago to warn for.");
    }
    return new Caution.Said(
        asked.kind(),
        words("/behaviour", asked.behaviour()),
        asked.source(),
        words("/evidence", asked.evidence()),
        asked.happenedOn());
  }

  private static String words(String pointer, String text) {
    String words = text.strip();
    if (words.isEmpty()) {
      throw Refusal.invalid(pointer, "blank", "This asks words.");
    }
    return words;
  }

  private void checkPast(String pointer, @Nullable LocalDate day) {
    if (day != null && day.isAfter(today())) {
      throw Refusal.invalid(pointer, "future", "This day has not come yet.");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(doors.clock().instant(), zone);
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Refusal refusal(CautionEffect.Reason reason) {
    String code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (reason) {
      case OWN_PROPOSAL ->
          Refusal.conflict("", code, "You proposed this; somebody else confirms it.");
      case LETTER_FIRST ->
          Refusal.conflict("", code, "Tell the resident first, or write down why not.");
      case ALREADY_CONFIRMED -> Refusal.conflict("", code, "This caution is in force already.");
      case NOT_IN_FORCE -> Refusal.conflict("", code, "This caution is not in force.");
      case ALREADY_ENDED -> Refusal.conflict("", code, "This caution has ended.");
      case NOT_LATER -> Refusal.conflict("/endsOn", code, "The new end is not later.");
      case TOO_LONG -> Refusal.conflict("/endsOn", code, "Twelve months at a time at most.");
      case HARD_STOP ->
          Refusal.conflict("/endsOn", code, "No caution lasts longer than 36 months.");
    };
  }
}
