package nl.achterwacht.incident;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.place.PlaceId;
import org.jspecify.annotations.Nullable;

/** The SQL of incidents. */
final class IncidentStore {
  private static final String COLUMNS =
      """
      select i.organisation_id, i.id, i.team_id, i.kind, i.happened_at, i.made_by, i.made_at,
             i.place_id, i.watch_id, i.alarm_id, i.signal_id, i.seriousness, i.details, i.facts,
             i.changed_by, i.changed_at, i.closed_at, i.closed_by, i.version
      """;
  private static final String FIND =
      COLUMNS
          + """
            from incident.incident i
           where i.organisation_id = :organisation
             and i.id = :id
          """;
  private static final String LOCK = FIND + " for update";
  private static final String OF_ALARM =
      COLUMNS
          + """
            from incident.incident i
           where i.organisation_id = :organisation
             and i.alarm_id = :alarm
          """;
  private static final String LIST =
      COLUMNS
          + """
                 , (select count(*)
                      from incident.step s
                     where s.organisation_id = i.organisation_id
                       and s.incident_id = i.id
                       and s.outcome is null) as open_steps
                 , (select min(s.due_at)
                      from incident.step s
                     where s.organisation_id = i.organisation_id
                       and s.incident_id = i.id
                       and s.outcome is null) as next_due_at
                 , exists (select
                             from incident.involved v
                            where v.organisation_id = i.organisation_id
                              and v.incident_id = i.id
                              and v.role = 'victim'
                              and v.closed_at is null) as aftercare_open
            from incident.incident i
           where i.organisation_id = :organisation
             and (:team::uuid is null or i.team_id = :team)
             and (:person::uuid is null
                  or i.made_by = :person
                  or exists (select
                               from incident.involved v
                              where v.organisation_id = i.organisation_id
                                and v.incident_id = i.id
                                and v.person_id = :person))
             and (:from::timestamptz is null or i.happened_at >= :from)
             and (:until::timestamptz is null or i.happened_at < :until)
             and (:seriousness::integer is null or i.seriousness >= :seriousness)
             and (not :aftercareOpen
                  or exists (select
                               from incident.involved v
                              where v.organisation_id = i.organisation_id
                                and v.incident_id = i.id
                                and v.role = 'victim'
                                and v.closed_at is null))
           order by i.happened_at desc, i.id desc
           limit :limit
          offset :offset
          """;
  private static final String INSERT =
      """
      insert into incident.incident
             (organisation_id, id, team_id, kind, happened_at, made_by, made_at, place_id,
              watch_id, alarm_id, signal_id, seriousness, details, facts, changed_by, changed_at)
      values (:organisation, :id, :team, :kind, :happenedAt, :madeBy, :madeAt, :place,
              :watch, :alarm, :signal, :seriousness, :details::jsonb, :facts::jsonb, :madeBy,
              :madeAt)
          on conflict do nothing
      """;
  private static final String UPDATE =
      """
      update incident.incident
         set kind = :kind, happened_at = :happenedAt, place_id = :place,
             seriousness = :seriousness, details = :details::jsonb, changed_by = :changedBy,
             changed_at = :changedAt, closed_at = :closedAt, closed_by = :closedBy,
             version = :version
       where organisation_id = :organisation
         and id = :id
         and version = :version - 1
      """;

  Optional<Incident> find(Tx tx, OrganisationId organisation, IncidentId id) {
    return one(tx, FIND, organisation, id);
  }

  Optional<Incident> lock(Tx tx, OrganisationId organisation, IncidentId id) {
    return one(tx, LOCK, organisation, id);
  }

  private static Optional<Incident> one(
      Tx tx, String sql, OrganisationId organisation, IncidentId id) {
    return tx.sql(sql)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(IncidentStore::incident)
        .optional();
  }

  Optional<Incident> ofAlarm(Tx tx, OrganisationId organisation, UUID alarm) {
    return tx.sql(OF_ALARM)
        .param("organisation", organisation.value())
        .param("alarm", alarm)
        .query(IncidentStore::incident)
        .optional();
  }

  List<IncidentLine> list(Tx tx, OrganisationId organisation, IncidentQuery query, Slice slice) {
    @Nullable TeamId team = query.team();
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("team", team == null ? null : team.value())
        .param("person", valueOf(query.person()))
        .param("from", utcOrNull(query.from()))
        .param("until", utcOrNull(query.until()))
        .param("seriousness", query.seriousness())
        .param("aftercareOpen", query.aftercareOpen())
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query((row, n) ->
            new IncidentLine(
                incident(row, n),
                row.getInt("open_steps"),
                instantOrNull(row, "next_due_at"),
                row.getBoolean("aftercare_open")))
        .list();
  }

  /** False when this alarm has an incident already. */
  boolean insert(Tx tx, Incident made) {
    @Nullable PlaceId place = made.place();
    return tx.sql(INSERT)
            .param("organisation", made.organisation().value())
            .param("id", made.id().value())
            .param("team", made.team().value())
            .param("kind", made.kind().text())
            .param("happenedAt", utc(made.happenedAt()))
            .param("madeBy", made.madeBy().value())
            .param("madeAt", utc(made.madeAt()))
            .param("place", place == null ? null : place.value())
            .param("watch", made.from().watch())
            .param("alarm", made.from().alarm())
            .param("signal", made.from().signal())
            .param("seriousness", made.seriousness())
            .param("details", Json.write(made.details()))
            .param("facts", Json.write(made.facts()))
            .update()
        == 1;
  }

  void update(Tx tx, Incident changed) {
    @Nullable PlaceId place = changed.place();
    tx.changeOne(
        tx.sql(UPDATE)
            .param("organisation", changed.organisation().value())
            .param("id", changed.id().value())
            .param("kind", changed.kind().text())
            .param("happenedAt", utc(changed.happenedAt()))
            .param("place", place == null ? null : place.value())
            .param("seriousness", changed.seriousness())
            .param("details", Json.write(changed.details()))
            .param("changedBy", changed.changedBy().value())
            .param("changedAt", utc(changed.changedAt()))
            .param("closedAt", utcOrNull(changed.closedAt()))
            .param("closedBy", valueOf(changed.closedBy()))
            .param("version", changed.version()),
        "change an incident");
  }

  private static @Nullable UUID valueOf(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  private static Incident incident(ResultSet row, int number) throws SQLException {
    @Nullable UUID place = uuidOrNull(row, "place_id");
    @Nullable UUID closedBy = uuidOrNull(row, "closed_by");
    return new Incident(
        new OrganisationId(uuid(row, "organisation_id")),
        new IncidentId(uuid(row, "id")),
        new TeamId(uuid(row, "team_id")),
        IncidentKind.of(row.getString("kind")),
        instant(row, "happened_at"),
        new PersonId(uuid(row, "made_by")),
        instant(row, "made_at"),
        place == null ? null : new PlaceId(place),
        new Incident.Source(
            uuidOrNull(row, "watch_id"), uuidOrNull(row, "alarm_id"), uuidOrNull(row, "signal_id")),
        row.getObject("seriousness", Integer.class),
        Json.read(row.getString("details"), Details.class),
        Json.read(row.getString("facts"), Facts.class),
        new PersonId(uuid(row, "changed_by")),
        instant(row, "changed_at"),
        instantOrNull(row, "closed_at"),
        closedBy == null ? null : new PersonId(closedBy),
        row.getInt("version"));
  }
}
