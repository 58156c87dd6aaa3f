package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.agreement.AgreementId;
import nl.achterwacht.agreement.AgreementResult;
import nl.achterwacht.agreement.WorkingAgreement;
import nl.achterwacht.agreement.WorkingAgreement.Change;
import nl.achterwacht.agreement.WorkingAgreement.Terms;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Working agreements: what a team agreed on, who answers for it, when it is looked at again. */
@Controller
@RequestMapping(BASE + "/agreements")
public final class AgreementRoutes {
  private final OrganisationDoors doors;

  public AgreementRoutes(OrganisationDoors doors) {
    this.doors = doors;
  }

  record NewAgreement(@Nullable UUID teamId, String words, UUID ownerId, LocalDate reviewOn) {}

  record AgreementChange(
      int version, String words, UUID ownerId, LocalDate reviewOn, String reason) {}

  record AgreementReview(int version, LocalDate reviewOn, String reason) {}

  record AgreementEnding(int version, String reason) {}

  record AgreementJson(
      UUID id,
      UUID teamId,
      String teamName,
      String words,
      UUID ownerId,
      String ownerName,
      LocalDate reviewOn,
      @Nullable UUID meetingId,
      Instant madeAt,
      @Nullable Instant endedAt,
      int version,
      boolean mayChange) {}

  record ChangeJson(
      String kind,
      String words,
      String ownerName,
      LocalDate reviewOn,
      String byName,
      Instant at,
      @Nullable String reason) {}

  record AgreementHistoryJson(AgreementJson agreement, List<ChangeJson> changes) {}

  @GetMapping
  Answer list(Received in) {
    Paging paging = Paging.of(in);
    return doors
        .acts()
        .forCaller(
            in, tx -> Answer.ok(paging.page(json(tx, in.caller(), asked(tx, in, paging.slice())))));
  }

  @PostMapping
  Answer make(Received in) {
    NewAgreement asked = in.body(NewAgreement.class);
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              TeamId team = TeamScope.toWrite(tx, doors.people(), caller, asked.teamId());
              Terms terms = terms(tx, caller, asked.words(), asked.ownerId(), asked.reviewOn());
              return Answer.created(
                  done(
                      tx,
                      caller,
                      doors
                          .agreements()
                          .make(tx, caller.organisation(), team, terms, null, caller.person())));
            });
  }

  @GetMapping("/{agreementId}")
  Answer one(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              WorkingAgreement one = found(tx, in);
              if (!TeamScope.mayRead(tx, doors.people(), caller, one.team())) {
                throw Refusal.notFound("agreement");
              }
              Names names = Names.of(tx, doors.people(), caller.organisation());
              return Answer.ok(
                  new AgreementHistoryJson(
                      json(tx, caller, List.of(one)).getFirst(),
                      doors.agreements().history(tx, caller.organisation(), one.id()).stream()
                          .map(change -> json(change, names))
                          .toList()));
            });
  }

  @PostMapping("/{agreementId}/changes")
  Answer change(Received in) {
    AgreementChange asked = in.body(AgreementChange.class);
    String reason = words("/reason", asked.reason(), "Tell why.");
    return act(
        in,
        (tx, caller, id) ->
            doors
                .agreements()
                .change(
                    tx,
                    caller.organisation(),
                    id,
                    asked.version(),
                    terms(tx, caller, asked.words(), asked.ownerId(), asked.reviewOn()),
                    reason,
                    caller.person()));
  }

  @PostMapping("/{agreementId}/reviews")
  Answer review(Received in) {
    AgreementReview asked = in.body(AgreementReview.class);
    String reason = words("/reason", asked.reason(), "Tell what you found.");
    return act(
        in,
        (tx, caller, id) ->
            doors
                .agreements()
                .review(
                    tx,
                    caller.organisation(),
                    id,
                    asked.version(),
                    asked.reviewOn(),
                    reason,
                    caller.person()));
  }

  @PostMapping("/{agreementId}/endings")
  Answer end(Received in) {
    AgreementEnding asked = in.body(AgreementEnding.class);
    String reason = words("/reason", asked.reason(), "Tell why.");
    return act(
        in,
        (tx, caller, id) ->
            doors
                .agreements()
                .end(tx, caller.organisation(), id, asked.version(), reason, caller.person()));
  }

  @GetMapping("/pdf")
  Answer print(Received in) {
    String language = Prints.language(in);
    return doors
        .acts()
        .atLeisure(
            in,
            tx -> {
              List<Map<String, Object>> rows =
                  json(tx, in.caller(), asked(tx, in, Slice.WHOLE)).stream()
                      .map(one -> row(one, language))
                      .toList();
              Map<String, Object> data =
                  Map.of(
                      "title",
                      language.equals("nl") ? "Werkafspraken" : "Working agreements",
                      "on",
                      Prints.day(doors.protocol().today(), language),
                      "rows",
                      rows,
                      "none",
                      rows.isEmpty());
              return Prints.pdf(tx, doors.people(), in, "agreements", "werkafspraken", data);
            });
  }

  private static Map<String, Object> row(AgreementJson one, String language) {
    Instant ended = one.endedAt();
    return Map.of(
        "words", one.words(),
        "team", one.teamName(),
        "owner", one.ownerName(),
        "reviewOn", Prints.shortDay(one.reviewOn(), language),
        "ended", ended == null ? false : Prints.shortDay(ended, language));
  }

  private interface Work {
    AgreementResult run(Tx tx, Caller caller, AgreementId id);
  }

  private Answer act(Received in, Work work) {
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              WorkingAgreement one = found(tx, in);
              TeamScope.check(tx, doors.people(), caller, one.team());
              return Answer.ok(done(tx, caller, work.run(tx, caller, one.id())));
            });
  }

  private List<WorkingAgreement> asked(Tx tx, Received in, Slice slice) {
    boolean ended = in.query("ended").filter("true"::equals).isPresent();
    @Nullable TeamId team = TeamScope.asked(tx, doors.people(), in);
    return doors.agreements().list(tx, in.caller().organisation(), team, ended, slice);
  }

  private WorkingAgreement found(Tx tx, Received in) {
    return doors
        .agreements()
        .find(tx, in.caller().organisation(), new AgreementId(in.id("agreementId")))
        .orElseThrow(() -> Refusal.notFound("agreement"));
  }

  private AgreementJson done(Tx tx, Caller caller, AgreementResult result) {
    return switch (result) {
      case AgreementResult.Done(WorkingAgreement one) -> json(tx, caller, List.of(one)).getFirst();
      case AgreementResult.Refused(AgreementResult.Reason reason) ->
          throw switch (reason) {
            case UNKNOWN -> Refusal.notFound("agreement");
            case STALE -> Refusal.conflict("/version", "stale", "Somebody changed this meanwhile.");
            case ENDED -> Refusal.conflict("", "ended", "This agreement was ended before.");
            case PAST -> Refusal.invalid("/reviewOn", "past", "Choose a day from tomorrow on.");
            case TOO_FAR -> Refusal.invalid("/reviewOn", "too-far", "One year at most.");
          };
    };
  }

  private Terms terms(Tx tx, Caller caller, String words, UUID owner, LocalDate reviewOn) {
    return new Terms(
        words("/words", words, "Write down what you agree."), owner(tx, caller, owner), reviewOn);
  }

  private PersonId owner(Tx tx, Caller caller, UUID id) {
    var owner = new PersonId(id);
    if (doors.people().person(tx, caller.organisation(), owner) == null) {
      throw Refusal.invalid("/ownerId", "unknown", "There is no such person.");
    }
    return owner;
  }

  private List<AgreementJson> json(Tx tx, Caller caller, List<WorkingAgreement> all) {
    Names names = Names.of(tx, doors.people(), caller.organisation());
    return all.stream()
        .map(one ->
            new AgreementJson(
                one.id().value(),
                one.team().value(),
                names.teamName(one.team()),
                one.terms().words(),
                one.terms().owner().value(),
                names.nameOf(one.terms().owner()),
                one.terms().reviewOn(),
                one.meeting(),
                one.madeAt(),
                one.endedAt(),
                one.version(),
                one.endedAt() == null
                    && TeamScope.mayWrite(tx, doors.people(), caller, one.team())))
        .toList();
  }

  private static ChangeJson json(Change change, Names names) {
    return new ChangeJson(
        change.kind().text(),
        change.terms().words(),
        names.nameOf(change.terms().owner()),
        change.terms().reviewOn(),
        names.nameOf(change.by()),
        change.at(),
        change.reason());
  }

  private static String words(String pointer, String text, String otherwise) {
    String words = text.strip();
    if (words.isEmpty()) {
      throw Refusal.invalid(pointer, "blank", otherwise);
    }
    return words;
  }
}
