package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.TeamRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.FieldError;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.DutyRegister;
import nl.achterwacht.people.Ladder;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.TeamNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Teams: their numbers, ladders and duties. */
@Controller
@RequestMapping(BASE + "/teams")
public final class TeamRoutes {
  private static final Duration LONGEST_DUTY = Duration.ofDays(366);

  private final PeopleRegister people;
  private final DutyRegister duties;
  private final Acts acts;
  private final InstantSource clock;

  public TeamRoutes(PeopleRegister people, DutyRegister duties, Acts acts, InstantSource clock) {
    this.people = people;
    this.duties = duties;
    this.acts = acts;
    this.clock = clock;
  }

  record TeamJson(UUID id, String name, NumbersJson numbers) {}

  record TeamsJson(List<TeamJson> items) {}

  record NewTeam(String name) {}

  record StepJson(boolean duty, List<UUID> personIds, int secondsToNext) {
    Ladder.Step step() {
      return new Ladder.Step(duty, personIds, secondsToNext);
    }
  }

  record LadderJson(String alarmKind, List<StepJson> steps) {}

  record NewDuty(UUID personId, Instant from, Instant until) {}

  record DutyJson(UUID id, UUID personId, Instant from, Instant until) {}

  @GetMapping
  Answer all(Received in) {
    OrganisationId organisation = in.caller().organisation();
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                new TeamsJson(
                    people.teams(tx, organisation).stream()
                        .map(team -> json(tx, organisation, team))
                        .toList())));
  }

  @PostMapping
  Answer add(Received in) {
    String name = in.body(NewTeam.class).name().strip();
    if (name.isEmpty()) {
      throw Refusal.invalid("/name", "blank", "A team has a name.");
    }
    OrganisationId organisation = in.caller().organisation();
    var team = new PeopleRegister.Team(TeamId.next(), name);
    return acts.once(
        in,
        (tx, _) -> {
          people.addTeam(tx, organisation, team);
          return Answer.created(json(tx, organisation, team));
        });
  }

  @PutMapping("/{teamId}/numbers")
  Answer setNumbers(Received in) {
    NumbersJson asked = in.body(NumbersJson.class);
    checkNumbers(asked);
    OrganisationId organisation = in.caller().organisation();
    return acts.once(
        in,
        (tx, _) -> {
          PeopleRegister.Team team = team(tx, in);
          people.setNumbers(
              tx, organisation, team.id(), asked.over(numbers(tx, organisation, team.id())));
          return Answer.ok(json(tx, organisation, team));
        });
  }

  @PutMapping("/{teamId}/ladders")
  Answer setLadder(Received in) {
    LadderJson asked = in.body(LadderJson.class);
    OrganisationId organisation = in.caller().organisation();
    return acts.once(
        in,
        (tx, _) -> {
          PeopleRegister.Team team = team(tx, in);
          for (StepJson step : asked.steps()) {
            if (!step.duty() && step.personIds().isEmpty()) {
              throw Refusal.invalid("/steps", "empty", "A step calls somebody.");
            }
            step.personIds().forEach(id -> checkPerson(tx, organisation, id, "/steps"));
          }
          var ladder = new Ladder(asked.steps().stream().map(StepJson::step).toList());
          people.setLadder(tx, organisation, team.id(), asked.alarmKind(), ladder);
          return Answer.ok(asked);
        });
  }

  @GetMapping("/{teamId}/duties")
  Answer duties(Received in) {
    OrganisationId organisation = in.caller().organisation();
    Paging paging = Paging.within(in, "teamId");
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                paging.page(
                    duties
                        .of(
                            tx,
                            new TeamRef(organisation, team(tx, in).id()),
                            clock.instant(),
                            paging.slice())
                        .stream()
                        .map(duty ->
                            new DutyJson(
                                duty.id(), duty.person().value(), duty.from(), duty.until()))
                        .toList())));
  }

  @PostMapping("/{teamId}/duties")
  Answer addDuty(Received in) {
    NewDuty asked = in.body(NewDuty.class);
    if (!asked.until().isAfter(asked.from())) {
      throw Refusal.invalid("/until", "order", "A duty ends after it begins.");
    }
    if (asked.from().plus(LONGEST_DUTY).isBefore(asked.until())) {
      throw Refusal.invalid("/until", "too-far", "A duty lasts a year at most.");
    }
    if (!asked.until().isAfter(clock.instant())) {
      throw Refusal.invalid("/until", "past", "This duty is over already.");
    }
    OrganisationId organisation = in.caller().organisation();
    return acts.once(
        in,
        (tx, _) -> {
          PeopleRegister.Team team = team(tx, in);
          checkPerson(tx, organisation, asked.personId(), "/personId");
          UUID id =
              people.addDuty(
                  tx,
                  organisation,
                  team.id(),
                  new PersonId(asked.personId()),
                  asked.from(),
                  asked.until());
          return Answer.created(new DutyJson(id, asked.personId(), asked.from(), asked.until()));
        });
  }

  private PeopleRegister.Team team(Tx tx, Received in) {
    UUID id = in.id("teamId");
    return people.teams(tx, in.caller().organisation()).stream()
        .filter(team -> team.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("team"));
  }

  private void checkPerson(Tx tx, OrganisationId organisation, UUID id, String pointer) {
    if (people.person(tx, organisation, new PersonId(id)) == null) {
      throw Refusal.invalid(pointer, "unknown", "There is no such person.");
    }
  }

  private TeamJson json(Tx tx, OrganisationId organisation, PeopleRegister.Team team) {
    return new TeamJson(
        team.id().value(), team.name(), NumbersJson.of(numbers(tx, organisation, team.id())));
  }

  private TeamNumbers numbers(Tx tx, OrganisationId organisation, TeamId team) {
    @Nullable TeamNumbers numbers = people.numbers(tx, organisation, team);
    if (numbers == null) {
      throw new IllegalStateException("no team " + team);
    }
    return numbers;
  }

  /** The bounds the database keeps too. */
  private static void checkNumbers(NumbersJson n) {
    var errors = new java.util.ArrayList<FieldError>();
    check(errors, "/reminderSeconds", n.reminderSeconds(), 0, 3600);
    check(errors, "/graceSeconds", n.graceSeconds(), 0, 3600);
    check(errors, "/highRiskGraceSeconds", n.highRiskGraceSeconds(), 0, 3600);
    check(errors, "/extensionMinutes", n.extensionMinutes(), 1, 240);
    check(errors, "/journeyMarginMinutes", n.journeyMarginMinutes(), 0, 240);
    check(errors, "/shiftSignEverySeconds", n.shiftSignEverySeconds(), 60, 14400);
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
  }

  private static void check(List<FieldError> errors, String at, int value, int min, int max) {
    if (value < min || value > max) {
      errors.add(FieldError.body(at, "range", "From " + min + " to " + max + "."));
    }
  }
}
