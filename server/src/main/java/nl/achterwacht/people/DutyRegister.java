package nl.achterwacht.people;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.TeamRef;
import nl.achterwacht.base.Tx;

/** Reads who is, and will be, on duty. */
public final class DutyRegister {
  private static final String FROM_NOW =
      """
      select id, person_id, from_at, until_at
        from people.duty
       where organisation_id = :organisation
         and team_id = :team
         and until_at > :now
       order by from_at, id
       limit :limit
      offset :offset
      """;

  private static final String BETWEEN =
      """
      select team_id, person_id, from_at, until_at
        from people.duty
       where organisation_id = :organisation
         and until_at > :from
         and from_at < :until
       order by from_at, id
      """;

  /** Somebody stands by for a team from one moment until another. */
  public record TeamDuty(TeamId team, PersonId person, Instant from, Instant until) {}

  /** Duties of every team that are at least partly in a period, the earliest first. */
  public List<TeamDuty> between(Tx tx, OrganisationId organisation, Instant from, Instant until) {
    return tx.sql(BETWEEN)
        .param("organisation", organisation.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query((row, i) ->
            new TeamDuty(
                new TeamId(uuid(row, "team_id")),
                new PersonId(uuid(row, "person_id")),
                instant(row, "from_at"),
                instant(row, "until_at")))
        .list();
  }

  /** Somebody is on duty from one moment until another. */
  public record Duty(UUID id, PersonId person, Instant from, Instant until) {}

  /** Duties of this team that have not ended, the earliest first. */
  public List<Duty> of(Tx tx, TeamRef team, Instant now, Slice slice) {
    return tx.sql(FROM_NOW)
        .param("organisation", team.organisation().value())
        .param("team", team.team().value())
        .param("now", utc(now))
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query((row, i) ->
            new Duty(
                uuid(row, "id"),
                new PersonId(uuid(row, "person_id")),
                instant(row, "from_at"),
                instant(row, "until_at")))
        .list();
  }
}
