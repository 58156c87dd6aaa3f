package nl.achterwacht.people;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** Organisations, teams and people: reads and writes. */
public final class PeopleRegister {
  private static final String PERSON_COLUMNS =
      "p.organisation_id, p.id, p.team_id, p.name, p.phone, p.language, p.roles, p.safe_word";

  private static final String ORGANISATIONS =
      """
      select id, name, call_instead, example_town
        from people.organisation
       order by id
      """;

  private static final String PEOPLE =
      """
      select %s
        from people.person p
       where p.organisation_id = :organisation
         and (:ids::uuid[] is null or p.id = any (:ids::uuid[]))
         and p.left_at is null
       order by p.name, p.id
      """
          .formatted(PERSON_COLUMNS);

  private static final String ON_DUTY =
      """
      select %s
        from people.duty d
        join people.person p on p.organisation_id = d.organisation_id and p.id = d.person_id
       where d.organisation_id = :organisation
         and d.team_id = :team
         and d.from_at <= :now
         and d.until_at > :now
         and p.left_at is null
       order by d.from_at, d.id
      """
          .formatted(PERSON_COLUMNS);

  private static final String NUMBERS =
      """
      select reminder_s, grace_s, high_risk_grace_s, phone_after_s, extension_s, journey_margin_s,
             shift_sign_every_s, short_grace_s, promise_s
        from people.team
       where organisation_id = :organisation
         and id = :team
      """;

  private static final String SET_NUMBERS =
      """
      update people.team
         set reminder_s = :reminder, grace_s = :grace, high_risk_grace_s = :highRiskGrace,
             phone_after_s = :phoneAfter, extension_s = :extension,
             journey_margin_s = :journeyMargin, shift_sign_every_s = :shiftSignEvery,
             short_grace_s = :shortGrace, promise_s = :promise
       where organisation_id = :organisation
         and id = :team
      """;

  private static final String TEAMS =
      """
      select id, name
        from people.team
       where organisation_id = :organisation
       order by name, id
      """;

  private static final String ADD_ORGANISATION =
      """
      insert into people.organisation (id, name, call_instead, example_town)
      values (:id, :name, :callInstead, :exampleTown)
      """;

  private static final String ADD_TEAM =
      """
      insert into people.team (organisation_id, id, name)
      values (:organisation, :id, :name)
      """;

  private static final String ADD_PERSON =
      """
      insert into people.person
             (organisation_id, id, team_id, name, phone, language, roles, safe_word)
      values (:organisation, :id, :team, :name, :phone, :language, :roles, :safeWord)
      """;

  private static final String CLEAR_LADDER =
      """
      delete from people.ladder_step
       where organisation_id = :organisation
         and team_id = :team
         and alarm_kind = :kind
      """;

  private static final String ADD_STEP =
      """
      insert into people.ladder_step
             (organisation_id, team_id, alarm_kind, step, on_duty, person_ids, to_next_s)
      values (:organisation, :team, :kind, :step, :onDuty, :people, :toNext)
      """;

  private static final String ADD_DUTY =
      """
      insert into people.duty (organisation_id, id, team_id, person_id, from_at, until_at)
      values (:organisation, :id, :team, :person, :from, :until)
      """;

  private static final String ADD_CONTACT =
      """
      insert into people.contact
             (organisation_id, id, person_id, channel, address, label, verified_at)
      values (:organisation, :id, :person, :channel, :address, :label, :verified)
      on conflict (organisation_id, person_id, channel, address)
         do update set label = excluded.label, refused_at = null,
                       verified_at = greatest(people.contact.verified_at, excluded.verified_at)
      returning id
      """;

  /** A team by name. */
  public record Team(TeamId id, String name) {}

  /** Every organisation; needs the engine's rights. */
  public List<Organisation> organisations(Tx tx) {
    return tx.sql(ORGANISATIONS)
        .query((row, i) ->
            new Organisation(
                new OrganisationId(uuid(row, "id")),
                row.getString("name"),
                row.getString("call_instead"),
                row.getBoolean("example_town")))
        .list();
  }

  /** The organisation with this id; null when unknown. */
  public @Nullable Organisation organisation(Tx tx, OrganisationId id) {
    return organisations(tx).stream().filter(o -> o.id().equals(id)).findFirst().orElse(null);
  }

  /** Everybody who works there now. */
  public List<Person> people(Tx tx, OrganisationId organisation) {
    return people(tx, organisation, null);
  }

  /** Somebody who works there now; null otherwise. */
  public @Nullable Person person(Tx tx, OrganisationId organisation, PersonId id) {
    return people(tx, organisation, List.of(id)).stream().findFirst().orElse(null);
  }

  /** Who is on duty for this team, the longest on duty first. */
  public List<Person> onDuty(Tx tx, OrganisationId organisation, TeamId team, Instant now) {
    return tx.sql(ON_DUTY)
        .param("organisation", organisation.value())
        .param("team", team.value())
        .param("now", utc(now))
        .query(PeopleRegister::person)
        .list();
  }

  public List<Team> teams(Tx tx, OrganisationId organisation) {
    return tx.sql(TEAMS)
        .param("organisation", organisation.value())
        .query((row, i) -> new Team(new TeamId(uuid(row, "id")), row.getString("name")))
        .list();
  }

  /** Those of {@code ids} who have not left, by id in the order of their names; null for all. */
  public Map<PersonId, Person> byId(
      Tx tx, OrganisationId organisation, @Nullable List<PersonId> ids) {
    Map<PersonId, Person> found = new LinkedHashMap<>();
    people(tx, organisation, ids).forEach(person -> found.put(person.id(), person));
    return found;
  }

  /** The team's own numbers; null when there is no such team. */
  public @Nullable TeamNumbers numbers(Tx tx, OrganisationId organisation, TeamId team) {
    return tx.sql(NUMBERS)
        .param("organisation", organisation.value())
        .param("team", team.value())
        .query(PeopleRegister::numbers)
        .optional()
        .orElse(null);
  }

  /** Changes the team's numbers; watches that run keep the ones they began with. */
  public void setNumbers(Tx tx, OrganisationId organisation, TeamId team, TeamNumbers n) {
    tx.changeOne(
        tx.sql(SET_NUMBERS)
            .param("reminder", (int) n.reminder().toSeconds())
            .param("grace", (int) n.grace().toSeconds())
            .param("highRiskGrace", (int) n.highRiskGrace().toSeconds())
            .param("phoneAfter", (int) n.phoneAfter().toSeconds())
            .param("extension", (int) n.extension().toSeconds())
            .param("journeyMargin", (int) n.journeyMargin().toSeconds())
            .param("shiftSignEvery", (int) n.shiftSignEvery().toSeconds())
            .param("shortGrace", (int) n.shortGrace().toSeconds())
            .param("promise", (int) n.promise().toSeconds())
            .param("organisation", organisation.value())
            .param("team", team.value()),
        "team " + team);
  }

  /** Adds an organisation; needs the engine's rights. */
  public void addOrganisation(Tx tx, Organisation organisation) {
    tx.sql(ADD_ORGANISATION)
        .param("id", organisation.id().value())
        .param("name", organisation.name())
        .param("callInstead", organisation.callInstead())
        .param("exampleTown", organisation.exampleTown())
        .update();
  }

  public void addTeam(Tx tx, OrganisationId organisation, Team team) {
    tx.sql(ADD_TEAM)
        .param("organisation", organisation.value())
        .param("id", team.id().value())
        .param("name", team.name())
        .update();
  }

  public void addPerson(Tx tx, Person person) {
    tx.sql(ADD_PERSON)
        .param("organisation", person.organisation().value())
        .param("id", person.id().value())
        .param("team", person.team().value())
        .param("name", person.name())
        .param("phone", person.phone())
        .param("language", person.language())
        .param("roles", tx.texts(person.roles()))
        .param("safeWord", person.safeWord())
        .update();
  }

  /** The vehicles of everybody, as they are now; {@link VehicleRegister} changes them. */
  public List<Vehicle> vehicles(Tx tx, OrganisationId organisation) {
    return new VehicleRegister().now(tx, organisation);
  }

  /** Replaces one ladder of a team; alarms that are open keep the one they began with. */
  public void setLadder(
      Tx tx, OrganisationId organisation, TeamId team, String alarmKind, Ladder ladder) {
    tx.sql(CLEAR_LADDER)
        .param("organisation", organisation.value())
        .param("team", team.value())
        .param("kind", alarmKind)
        .update();
    for (int step = 0; step < ladder.steps().size(); step++) {
      Ladder.Step s = ladder.steps().get(step);
      tx.sql(ADD_STEP)
          .param("organisation", organisation.value())
          .param("team", team.value())
          .param("kind", alarmKind)
          .param("step", step)
          .param("onDuty", s.onDuty())
          .param("people", tx.uuids(s.personIds()))
          .param("toNext", s.toNextSeconds())
          .update();
    }
  }

  /** Puts somebody on duty from {@code from} until {@code until}; returns the duty's id. */
  public UUID addDuty(
      Tx tx,
      OrganisationId organisation,
      TeamId team,
      PersonId person,
      Instant from,
      Instant until) {
    UUID id = Ids.next();
    tx.sql(ADD_DUTY)
        .param("organisation", organisation.value())
        .param("id", id)
        .param("team", team.value())
        .param("person", person.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .update();
    return id;
  }

  /**
   * Adds a way to reach somebody; the same address again is revived, not doubled.
   *
   * @param label the address as a screen may show it
   * @param verifiedAt when it was proven to be theirs; null when that is still to come, and until
   *     then it does not count
   */
  public UUID addContact(
      Tx tx,
      OrganisationId organisation,
      PersonId person,
      String channel,
      String address,
      String label,
      @Nullable Instant verifiedAt) {
    return tx.sql(ADD_CONTACT)
        .param("organisation", organisation.value())
        .param("id", Ids.next())
        .param("person", person.value())
        .param("channel", channel)
        .param("address", address)
        .param("label", label)
        .param("verified", utcOrNull(verifiedAt))
        .query(UUID.class)
        .single();
  }

  private static List<Person> people(
      Tx tx, OrganisationId organisation, @Nullable List<PersonId> ids) {
    return tx.sql(PEOPLE)
        .param("organisation", organisation.value())
        .param("ids", ids == null ? null : tx.uuids(ids))
        .query(PeopleRegister::person)
        .list();
  }

  private static Person person(ResultSet row, int index) throws SQLException {
    return new Person(
        new OrganisationId(uuid(row, "organisation_id")),
        new PersonId(uuid(row, "id")),
        new TeamId(uuid(row, "team_id")),
        row.getString("name"),
        row.getString("phone"),
        row.getString("language"),
        List.of((String[]) row.getArray("roles").getArray()),
        row.getString("safe_word"));
  }

  private static TeamNumbers numbers(ResultSet row, int index) throws SQLException {
    return new TeamNumbers(
        Duration.ofSeconds(row.getInt("reminder_s")),
        Duration.ofSeconds(row.getInt("grace_s")),
        Duration.ofSeconds(row.getInt("high_risk_grace_s")),
        Duration.ofSeconds(row.getInt("phone_after_s")),
        Duration.ofSeconds(row.getInt("extension_s")),
        Duration.ofSeconds(row.getInt("journey_margin_s")),
        Duration.ofSeconds(row.getInt("shift_sign_every_s")),
        Duration.ofSeconds(row.getInt("short_grace_s")),
        Duration.ofSeconds(row.getInt("promise_s")));
  }
}
