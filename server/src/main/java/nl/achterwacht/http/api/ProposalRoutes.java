package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.calendar.Kept;
import nl.achterwacht.calendar.Proposals;
import nl.achterwacht.calendar.Proposals.Accepted;
import nl.achterwacht.calendar.Proposals.Wish;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What was found in the calendars of the worker who asks: is it a visit, or not? */
@Controller
@RequestMapping(BASE + "/calendar-proposals")
public final class ProposalRoutes {
  private final Proposals proposals;
  private final Acts acts;

  public ProposalRoutes(Proposals proposals, Acts acts) {
    this.proposals = proposals;
    this.acts = acts;
  }

  record ProposalJson(
      UUID id,
      UUID calendarId,
      Instant plannedStartAt,
      Instant plannedEndAt,
      boolean allDay,
      @Nullable String address,
      @Nullable String title) {
    static ProposalJson of(Kept kept) {
      return new ProposalJson(
          kept.id(),
          kept.subscription(),
          kept.start(),
          kept.end(),
          kept.allDay(),
          kept.address(),
          kept.title());
    }
  }

  record Acceptance(
      @Nullable Place place,
      @Nullable String purpose,
      @Nullable Instant plannedStartAt,
      @Nullable Instant plannedEndAt,
      boolean highRisk) {
    Wish wish() {
      return new Wish(place, purpose, plannedStartAt, plannedEndAt, highRisk);
    }
  }

  record AcceptedJson(UUID visitId) {}

  @GetMapping
  Answer all(Received in) {
    Caller caller = in.caller();
    Paging paging = Paging.of(in);
    return acts.forCaller(
        in,
        tx -> {
          List<ProposalJson> items =
              proposals
                  .of(tx, caller.organisation(), caller.person(), paging.offset(), paging.limit())
                  .stream()
                  .map(ProposalJson::of)
                  .toList();
          return Answer.ok(paging.page(items));
        });
  }

  @PostMapping("/{proposalId}/acceptances")
  Answer accept(Received in) {
    Caller caller = in.caller();
    Wish wish = in.body(Acceptance.class).wish();
    return acts.once(
        in,
        (tx, event) ->
            answer(
                proposals.accept(
                    tx, caller.organisation(), caller.person(), in.id("proposalId"), wish)));
  }

  @PostMapping("/{proposalId}/dismissals")
  Answer dismiss(Received in) {
    Caller caller = in.caller();
    return acts.once(
        in,
        (tx, event) -> {
          UUID id = in.id("proposalId");
          if (!proposals.dismiss(tx, caller.organisation(), caller.person(), id)) {
            throw Refusal.notFound("proposal");
          }
          return Answer.done();
        });
  }

  private static Answer answer(Accepted accepted) {
    return switch (accepted) {
      case Accepted.Done(var visit) -> Answer.created(new AcceptedJson(visit.id().value()));
      case Accepted.Unknown() -> throw Refusal.notFound("proposal");
      case Accepted.Decided() ->
          throw Refusal.conflict("", "decided", "This proposal was accepted or dismissed before.");
      case Accepted.PlaceMissing() ->
          throw Refusal.invalid("/place", "required", "The calendar does not say where this is.");
      case Accepted.TimesMissing() ->
          throw Refusal.invalid(
              "/plannedStartAt", "required", "The calendar does not say from when to when.");
      case Accepted.Faulty(var fault) -> throw refusal(fault);
    };
  }

  private static Refusal refusal(VisitRegister.Fault fault) {
    return switch (fault) {
      case ENDS_BEFORE_START ->
          Refusal.invalid("/plannedEndAt", "order", "A visit ends after it begins.");
      case TOO_LONG -> Refusal.invalid("/plannedEndAt", "too-far", "A visit lasts a day at most.");
      case LONG_AGO -> Refusal.invalid("/plannedStartAt", "past", "This visit is in the past.");
      case TOO_FAR_AHEAD -> Refusal.invalid("/plannedStartAt", "too-far", "This is too far ahead.");
    };
  }
}
