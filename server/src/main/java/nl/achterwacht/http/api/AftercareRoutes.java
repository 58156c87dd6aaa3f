package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.incident.AftercareKeeper;
import nl.achterwacht.incident.IncidentId;
import nl.achterwacht.incident.IncidentResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who an incident happened to, and the care that follows. What is said in talks has no field. */
@Controller
@RequestMapping(BASE + "/incidents/{incidentId}")
public final class AftercareRoutes {
  private final IncidentDoors doors;
  private final IncidentSight sight;
  private final IncidentView view;

  public AftercareRoutes(IncidentDoors doors) {
    this.doors = doors;
    this.sight = new IncidentSight(doors);
    this.view = new IncidentView(doors);
  }

  record StepOutcome(String outcome, @Nullable UUID heldById, @Nullable LocalDate nextOn) {}

  record AftercareEnding(UUID personId, String word) {}

  private interface Act {
    IncidentResult on(Tx tx, OrganisationId organisation, IncidentId id, PersonId by);
  }

  @PostMapping("/involved")
  Answer involve(Received in) {
    IncidentReporting.Named asked = in.body(IncidentReporting.Named.class);
    return manage(
        in,
        (tx, organisation, id, by) ->
            doors
                .aftercare()
                .involve(
                    tx,
                    organisation,
                    id,
                    known(tx, in, "/personId", asked.personId()),
                    asked.role(),
                    by));
  }

  @DeleteMapping("/involved/{personId}")
  Answer remove(Received in) {
    var person = new PersonId(in.id("personId"));
    return manage(
        in,
        (tx, organisation, id, by) -> doors.aftercare().remove(tx, organisation, id, person, by));
  }

  @PostMapping("/steps/{stepId}/outcomes")
  Answer told(Received in) {
    StepOutcome asked = in.body(StepOutcome.class);
    UUID step = in.id("stepId");
    var outcome =
        AftercareKeeper.Outcome.valueOf(asked.outcome().toUpperCase(Locale.ROOT).replace('-', '_'));
    return manage(
        in,
        (tx, organisation, id, by) -> {
          @Nullable UUID heldBy = asked.heldById();
          @Nullable PersonId holder = heldBy == null ? null : known(tx, in, "/heldById", heldBy);
          var told = new AftercareKeeper.Told(outcome, holder, asked.nextOn());
          return doors.aftercare().told(tx, organisation, id, step, told, by);
        });
  }

  /** The worker ends their own; who sees to it notes by whose word it ends. */
  @PostMapping("/aftercare-endings")
  Answer end(Received in) {
    AftercareEnding asked = in.body(AftercareEnding.class);
    var person = new PersonId(asked.personId());
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              IncidentSight.Seen seen = sight.seen(tx, in);
              boolean own = person.equals(in.caller().person()) && asked.word().equals("worker");
              if (!own && !seen.manages()) {
                throw Refusal.of(ProblemKind.NOT_ALLOWED, "You only end your own aftercare.");
              }
              IncidentText.check(
                  doors
                      .aftercare()
                      .close(
                          tx,
                          in.caller().organisation(),
                          seen.incident().id(),
                          person,
                          asked.word(),
                          in.caller().person()));
              return Answer.ok(view.page(tx, in.caller(), sight.seen(tx, in)));
            });
  }

  private Answer manage(Received in, Act act) {
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              IncidentSight.Seen seen = sight.managed(tx, in);
              IncidentText.check(
                  act.on(
                      tx, in.caller().organisation(), seen.incident().id(), in.caller().person()));
              return Answer.ok(view.page(tx, in.caller(), sight.seen(tx, in)));
            });
  }

  private PersonId known(Tx tx, Received in, String pointer, UUID id) {
    var person = new PersonId(id);
    if (doors.people().person(tx, in.caller().organisation(), person) == null) {
      throw Refusal.invalid(pointer, "unknown", "There is no such person.");
    }
    return person;
  }
}
