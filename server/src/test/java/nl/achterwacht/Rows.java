package nl.achterwacht;

import static nl.achterwacht.base.Sql.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;

/** Puts an organisation, its people and who is called into a test's database. */
public final class Rows {
  private final Tx tx;
  private final OrganisationId organisation;
  private final TeamId team;

  /** A new organisation with one team, whose acknowledgements hold for {@code promiseSeconds}. */
  public Rows(Tx tx, String name, int promiseSeconds) {
    this.tx = tx;
    this.organisation = OrganisationId.next();
    this.team = TeamId.next();
    tx.sql("insert into people.organisation (id, name) values (:id, :name)")
        .param("id", organisation.value())
        .param("name", name)
        .update();
    tx.sql(
            """
            insert into people.team (organisation_id, id, name, promise_s)
            values (:organisation, :id, 'Team', :promise)
            """)
        .param("organisation", organisation.value())
        .param("id", team.value())
        .param("promise", promiseSeconds)
        .update();
  }

  /** The same organisation, in another transaction. */
  public Rows(Tx tx, Rows known) {
    this.tx = tx;
    this.organisation = known.organisation;
    this.team = known.team;
  }

  public OrganisationId organisation() {
    return organisation;
  }

  public TeamId team() {
    return team;
  }

  /** Somebody who can be reached over {@code channels}. */
  public PersonId person(String name, String role, String... channels) {
    PersonId id = PersonId.next();
    tx.sql(
            """
            insert into people.person (organisation_id, id, team_id, name, roles)
            values (:organisation, :id, :team, :name, array[:role])
            """)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .param("team", team.value())
        .param("name", name)
        .param("role", role)
        .update();
    for (String channel : channels) {
      tx.sql(
              """
              insert into people.contact
                     (organisation_id, id, person_id, channel, address, label, verified_at)
              values (:organisation, :id, :person, :channel, :address, 'test', '2026-01-01Z')
              """)
          .param("organisation", organisation.value())
          .param("id", Ids.next())
          .param("person", id.value())
          .param("channel", channel)
          .param("address", name.toLowerCase(java.util.Locale.ROOT) + "@example.org")
          .update();
    }
    return id;
  }

  public void onDuty(PersonId person, Instant from, Instant until) {
    tx.sql(
            """
            insert into people.duty (organisation_id, id, team_id, person_id, from_at, until_at)
            values (:organisation, :id, :team, :person, :from, :until)
            """)
        .param("organisation", organisation.value())
        .param("id", Ids.next())
        .param("team", team.value())
        .param("person", person.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .update();
  }

  /** A step of the ladder for {@code kind}; with nobody named it is whoever is on duty. */
  public void ladderStep(String kind, int step, List<PersonId> people, int toNextSeconds) {
    tx.sql(
            """
            insert into people.ladder_step
                   (organisation_id, team_id, alarm_kind, step, on_duty, person_ids, to_next_s)
            values (:organisation, :team, :kind, :step, :onDuty, :people::uuid[], :next)
            """)
        .param("organisation", organisation.value())
        .param("team", team.value())
        .param("kind", kind)
        .param("step", step)
        .param("onDuty", people.isEmpty())
        .param("people", tx.uuids(people.stream().map(PersonId::value).toList()))
        .param("next", toNextSeconds)
        .update();
  }

  public void dropLadder(String kind) {
    tx.sql(
            """
            delete from people.ladder_step
             where organisation_id = :organisation and alarm_kind = :kind
            """)
        .param("organisation", organisation.value())
        .param("kind", kind)
        .update();
  }

  /** How many rows {@code sql} counts. */
  public static long count(Tx tx, String sql) {
    return tx.sql(sql).query(Long.class).single();
  }

  /** Ids, as they stand in rows. */
  public static List<UUID> ids(Tx tx, String sql) {
    return tx.sql(sql).query(UUID.class).list();
  }
}
