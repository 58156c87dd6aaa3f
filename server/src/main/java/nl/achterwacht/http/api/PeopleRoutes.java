package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.account.AccountRegister;
import nl.achterwacht.account.FirstPassword;
import nl.achterwacht.account.NewAccount;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.people.ContactWarnings;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Colleagues, and adding one. */
@Controller
@RequestMapping(BASE + "/people")
public final class PeopleRoutes {
  private final PeopleRegister people;
  private final ContactWarnings warnings = new ContactWarnings();
  private final AccountRegister accounts;
  private final Acts acts;
  private final InstantSource clock;

  public PeopleRoutes(
      PeopleRegister people, AccountRegister accounts, Acts acts, InstantSource clock) {
    this.people = people;
    this.accounts = accounts;
    this.acts = acts;
    this.clock = clock;
  }

  record PersonJson(
      UUID id,
      String name,
      UUID teamId,
      List<String> roles,
      @Nullable String phone,
      boolean onDuty,
      String language,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<WarningJson> warnings) {
    static PersonJson of(Person person, boolean onDuty) {
      return of(person, onDuty, null);
    }

    static PersonJson of(Person person, boolean onDuty, @Nullable List<WarningJson> warnings) {
      return new PersonJson(
          person.id().value(),
          person.name(),
          person.team().value(),
          person.roles(),
          person.phone(),
          onDuty,
          person.language(),
          warnings);
    }
  }

  /** Why nobody may be able to reach this person, in a stable word and in a sentence. */
  record WarningJson(String kind, @Nullable String channel, String text) {
    static WarningJson of(Person person, ContactWarnings.Warning warning, Words words) {
      @Nullable String channel = warning.channel();
      String by = channel == null ? "" : words.sayOr("channel." + channel, channel);
      String text = words.say("warning." + warning.kind().text(), person.name(), by);
      return new WarningJson(warning.kind().text(), channel, text);
    }
  }

  record PeopleJson(List<PersonJson> items) {}

  record NewPerson(
      String name,
      String userName,
      String password,
      UUID teamId,
      List<String> roles,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String language) {
    @Override
    public String toString() {
      return "NewPerson[hidden]";
    }
  }

  @GetMapping
  Answer all(Received in) {
    OrganisationId organisation = in.caller().organisation();
    return acts.forCaller(
        in,
        tx -> {
          Set<PersonId> onDuty = onDuty(tx, organisation);
          var warnings = this.warnings.of(tx, organisation, clock.instant());
          Words words = Words.in(in.caller().language());
          return Answer.ok(
              new PeopleJson(
                  people.people(tx, organisation).stream()
                      .map(person ->
                          PersonJson.of(
                              person,
                              onDuty.contains(person.id()),
                              warnings.getOrDefault(person.id(), List.of()).stream()
                                  .map(warning -> WarningJson.of(person, warning, words))
                                  .toList()))
                      .toList()));
        });
  }

  @PostMapping
  Answer add(Received in) {
    NewPerson asked = in.body(NewPerson.class);
    OrganisationId organisation = in.caller().organisation();
    FirstPassword password =
        accounts
            .firstPassword(asked.userName().strip(), asked.password())
            .orElseThrow(
                () -> Refusal.invalid("/password", "weak", "This password is too easy to guess."));
    return acts.once(
        in,
        (tx, event) -> {
          checkTeam(tx, organisation, asked.teamId());
          var person =
              new Person(
                  organisation,
                  PersonId.next(),
                  new TeamId(asked.teamId()),
                  asked.name().strip(),
                  asked.phone(),
                  asked.language() == null ? "nl" : asked.language(),
                  asked.roles().stream().distinct().toList(),
                  null);
          people.addPerson(tx, person);
          addAccount(tx, person, asked.userName().strip(), password);
          addEmail(tx, person, asked.email());
          return Answer.created(PersonJson.of(person, false));
        });
  }

  private void addAccount(Tx tx, Person person, String userName, FirstPassword password) {
    var account = new NewAccount(person.organisation(), person.id(), userName, password);
    if (!accounts.create(tx, account)) {
      throw Refusal.conflict("/userName", "taken", "This user name is in use.");
    }
  }

  /** Its owner proves it later; until then it does not count. */
  private void addEmail(Tx tx, Person person, @Nullable String email) {
    if (email != null) {
      people.addContact(
          tx,
          person.organisation(),
          person.id(),
          ChannelKind.EMAIL.text(),
          email,
          email,
          (Instant) null);
    }
  }

  private void checkTeam(Tx tx, OrganisationId organisation, UUID team) {
    if (people.teams(tx, organisation).stream().noneMatch(t -> t.id().value().equals(team))) {
      throw Refusal.invalid("/teamId", "unknown", "There is no such team.");
    }
  }

  private Set<PersonId> onDuty(Tx tx, OrganisationId organisation) {
    var onDuty = new HashSet<PersonId>();
    for (PeopleRegister.Team team : people.teams(tx, organisation)) {
      people
          .onDuty(tx, organisation, team.id(), clock.instant())
          .forEach(person -> onDuty.add(person.id()));
    }
    return onDuty;
  }
}
