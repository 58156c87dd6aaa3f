package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.util.List;
import java.util.Optional;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.privacy.PersonalFile;
import nl.achterwacht.privacy.PersonalFiles.Asked;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is held about somebody, to see; and somebody who leaves. */
@Controller
@RequestMapping(BASE)
public final class PersonalFileRoutes {
  private final PrivacyDoors doors;

  public PersonalFileRoutes(PrivacyDoors doors) {
    this.doors = doors;
  }

  @GetMapping("/me/personal-file")
  Answer mine(Received in) {
    return ofPerson(in, in.caller().person());
  }

  @GetMapping("/people/{personId}/personal-file")
  Answer ofSomebody(Received in) {
    return ofPerson(in, new PersonId(in.id("personId")));
  }

  @GetMapping("/places/{placeId}/personal-file")
  Answer ofPlace(Received in) {
    return doors
        .acts()
        .atLeisure(
            in,
            tx -> file(tx, in, doors.files().ofPlace(tx, asked(in), in.id("placeId")), "place"));
  }

  /** What they still had to do is for whoever lets them go, so that none of it falls silent. */
  @DeleteMapping("/people/{personId}")
  Answer leave(Received in) {
    Caller caller = in.caller();
    var person = new PersonId(in.id("personId"));
    if (person.equals(caller.person())) {
      throw Refusal.conflict("", "yourself", "Somebody else must let you go.");
    }
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              if (doors.leaving().isBusy(tx, caller.organisation(), person)) {
                throw Refusal.conflict(
                    "", "still-busy", "There is an open watch or alarm; end that first.");
              }
              List<Task> tasks =
                  doors.tasks().open(tx, caller.organisation(), null, person, Slice.WHOLE);
              for (Task task : tasks) {
                doors
                    .tasks()
                    .handle(
                        tx,
                        caller.organisation(),
                        task.id(),
                        new TaskEvent.Given(caller.person(), caller.person()),
                        caller.person());
              }
              if (!doors.leaving().leave(tx, caller.organisation(), person, caller.person())) {
                throw Refusal.notFound("person");
              }
              doors.assessments().companionLeft(tx, caller.organisation(), person, caller.person());
              return Answer.done();
            });
  }

  private Answer ofPerson(Received in, PersonId person) {
    return doors
        .acts()
        .atLeisure(in, tx -> file(tx, in, doors.files().ofPerson(tx, asked(in), person), "person"));
  }

  private static Asked asked(Received in) {
    Caller caller = in.caller();
    String language = in.query("language").orElse(caller.language());
    return new Asked(caller.organisation(), caller.person(), language);
  }

  private Answer file(Tx tx, Received in, Optional<PersonalFile> found, String what) {
    PersonalFile file = found.orElseThrow(() -> Refusal.notFound(what));
    Organisation organisation = doors.people().organisation(tx, in.caller().organisation());
    String name = organisation == null ? "" : organisation.name();
    return Answer.file(file.zip(name), "application/zip", file.name());
  }
}
