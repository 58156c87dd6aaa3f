package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.FieldError;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.Person;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.PlaceId;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ObjectNode;

/** Lone workplaces: the register, its history and its reviews. */
@Controller
@RequestMapping(BASE + "/workplaces")
public final class WorkplaceRoutes {
  private static final Set<String> OWNERS = Set.of("supervisor", "safety-officer");

  private final WorkplaceDoors doors;
  private final WorkplaceSight sight;
  private final WorkplaceView view;

  public WorkplaceRoutes(WorkplaceDoors doors) {
    this.doors = doors;
    this.sight = new WorkplaceSight(doors);
    this.view = new WorkplaceView(doors);
  }

  record NewReview(@Nullable LocalDate reviewOn) {}

  record Change(int version) {}

  record Review(String answer, @Nullable LocalDate nextOn) {}

  record Ending(String reason) {}

  @GetMapping
  Answer list(Received in) {
    Caller caller = in.caller();
    Paging paging = Paging.of(in);
    Optional<String> subject = in.query("subject");
    boolean ended = in.query("ended").map(Boolean::parseBoolean).orElse(false);
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              @Nullable TeamId team = sight.onlyTeam(tx, caller);
              List<Workplace> found =
                  subject.isPresent()
                      ? doors
                          .workplaces()
                          .about(tx, caller.organisation(), UUID.fromString(subject.get()))
                          .filter(one -> team == null || team.equals(one.details().team()))
                          .stream()
                          .toList()
                      : doors
                          .workplaces()
                          .list(tx, caller.organisation(), team, ended, paging.slice());
              return Answer.ok(paging.page(view.all(tx, caller.organisation(), found)));
            });
  }

  @PostMapping
  Answer add(Received in) {
    @Nullable Instant reviewAt = sight.future("/reviewOn", in.body(NewReview.class).reviewOn());
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              ObjectNode body = (ObjectNode) in.body().deepCopy();
              Map.of(
                      "method",
                      "fine-kinney",
                      "teamId",
                      Scope.team(tx, doors.people(), caller).toString())
                  .forEach((field, value) -> {
                    if (!body.hasNonNull(field)) {
                      body.put(field, value);
                    }
                  });
              Workplace.Details details = details(tx, caller, WorkplaceForm.of(body));
              Workplace made =
                  doors
                      .workplaces()
                      .add(tx, caller.organisation(), details, reviewAt, caller.person());
              return Answer.created(view.one(tx, made));
            });
  }

  @GetMapping("/{workplaceId}")
  Answer one(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(view.one(tx, sight.visible(tx, in))));
  }

  @PatchMapping("/{workplaceId}")
  Answer change(Received in) {
    int version = in.body(Change.class).version();
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              Workplace was = sight.visible(tx, in);
              WorkplaceForm form =
                  WorkplaceForm.of(
                          was.details(),
                          view.address(tx, was.organisation(), was.details().place()))
                      .with(in.body());
              Workplace.Details details = details(tx, caller, form);
              return answer(
                  tx,
                  doors
                      .workplaces()
                      .change(tx, was.organisation(), was.id(), version, details, caller.person()));
            });
  }

  @GetMapping("/{workplaceId}/changes")
  Answer changes(Received in) {
    Paging paging = Paging.within(in, "workplaceId");
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Workplace one = sight.visible(tx, in);
              List<Workplace.Change> found =
                  doors.workplaces().changes(tx, one.organisation(), one.id(), paging.slice());
              return Answer.ok(paging.page(view.changes(tx, one.organisation(), found)));
            });
  }

  @PostMapping("/{workplaceId}/reviews")
  Answer review(Received in) {
    Review asked = in.body(Review.class);
    String answer = WorkplaceSight.words("/answer", asked.answer());
    @Nullable Instant nextAt = sight.future("/nextOn", asked.nextOn());
    return act(
        in,
        (tx, one) ->
            doors
                .workplaces()
                .review(tx, one.organisation(), one.id(), answer, nextAt, in.caller().person()));
  }

  @PostMapping("/{workplaceId}/endings")
  Answer end(Received in) {
    String reason = WorkplaceSight.words("/reason", in.body(Ending.class).reason());
    return act(
        in,
        (tx, one) ->
            doors.workplaces().end(tx, one.organisation(), one.id(), reason, in.caller().person()));
  }

  private interface Act {
    WorkplaceResult on(Tx tx, Workplace workplace);
  }

  private Answer act(Received in, Act act) {
    return doors.acts().once(in, (tx, event) -> answer(tx, act.on(tx, sight.visible(tx, in))));
  }

  private Answer answer(Tx tx, WorkplaceResult result) {
    return Answer.ok(view.one(tx, WorkplaceSight.done(result)));
  }

  /** What the form says, once it is right; everything that is wrong together. */
  private Workplace.Details details(Tx tx, Caller caller, WorkplaceForm form) {
    List<FieldError> errors = new ArrayList<>();
    @Nullable TeamId only = sight.onlyTeam(tx, caller);
    var team = new TeamId(form.teamId());
    if (only != null && !only.equals(team)) {
      errors.add(FieldError.body("/teamId", "not-yours", "Only the own team."));
    } else if (doors.people().teams(tx, caller.organisation()).stream()
        .noneMatch(one -> one.id().equals(team))) {
      errors.add(FieldError.body("/teamId", "unknown", "There is no such team."));
    }
    @Nullable Person owner =
        doors.people().person(tx, caller.organisation(), new PersonId(form.ownerId()));
    if (owner == null) {
      errors.add(FieldError.body("/ownerId", "unknown", "There is no such person."));
    } else if (owner.roles().stream().noneMatch(OWNERS::contains)) {
      errors.add(FieldError.body("/ownerId", "not-supervisor", "This is no supervisor."));
    }
    if (form.name() == null) {
      errors.add(FieldError.body("/name", "blank", "Give it a name."));
    }
    LocalDate today = LocalDate.ofInstant(doors.clock().instant(), WorkplaceSight.AMSTERDAM);
    for (var day : days(form).entrySet()) {
      if (day.getValue() != null && day.getValue().isAfter(today)) {
        errors.add(FieldError.body("/" + day.getKey(), "future", "This day is yet to come."));
      }
    }
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return form.details(place(tx, caller, form.address()));
  }

  private static Map<String, @Nullable LocalDate> days(WorkplaceForm form) {
    var days = new LinkedHashMap<String, @Nullable LocalDate>();
    days.put("alarmTestedOn", form.alarmTestedOn());
    days.put("instructedOn", form.instructedOn());
    days.put("consentOn", form.consentOn());
    return days;
  }

  private @Nullable PlaceId place(Tx tx, Caller caller, @Nullable String address) {
    return address == null
        ? null
        : doors.places().findOrMake(tx, caller.organisation(), Address.ofText(address)).id();
  }
}
