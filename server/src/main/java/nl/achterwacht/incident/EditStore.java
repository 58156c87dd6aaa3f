package nl.achterwacht.incident;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.util.List;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;

/** The SQL of how an incident stood before it was changed, and of who did it. */
final class EditStore {
  private static final String OF =
      """
      select version, kind, happened_at, seriousness, details, made_by, made_at
        from incident.edit
       where organisation_id = :organisation
         and incident_id = :incident
       order by version desc
      """;
  private static final String KEEP =
      """
      insert into incident.edit
             (organisation_id, incident_id, version, kind, happened_at, seriousness, details,
              made_by, made_at)
      values (:organisation, :incident, :version, :kind, :happenedAt, :seriousness,
              :details::jsonb, :madeBy, :madeAt)
      """;
  private static final String PERPETRATOR =
      """
      select name, address
        from incident.perpetrator
       where organisation_id = :organisation
         and incident_id = :incident
      """;
  private static final String SET_PERPETRATOR =
      """
      insert into incident.perpetrator (organisation_id, incident_id, name, address)
      values (:organisation, :incident, :name, :address)
          on conflict (organisation_id, incident_id)
          do update set name = :name, address = :address
      """;

  List<IncidentVersion> of(Tx tx, OrganisationId organisation, IncidentId incident) {
    return tx.sql(OF)
        .param("organisation", organisation.value())
        .param("incident", incident.value())
        .query((row, n) ->
            new IncidentVersion(
                row.getInt("version"),
                IncidentKind.of(row.getString("kind")),
                instant(row, "happened_at"),
                row.getObject("seriousness", Integer.class),
                Json.read(row.getString("details"), Details.class),
                new PersonId(uuid(row, "made_by")),
                instant(row, "made_at")))
        .list();
  }

  /** Keeps how {@code before} stood. */
  void keep(Tx tx, Incident before) {
    tx.changeOne(
        tx.sql(KEEP)
            .param("organisation", before.organisation().value())
            .param("incident", before.id().value())
            .param("version", before.version())
            .param("kind", before.kind().text())
            .param("happenedAt", utc(before.happenedAt()))
            .param("seriousness", before.seriousness())
            .param("details", Json.write(before.details()))
            .param("madeBy", before.changedBy().value())
            .param("madeAt", utc(before.changedAt())),
        "keep an earlier version");
  }

  Perpetrator perpetrator(Tx tx, OrganisationId organisation, IncidentId incident) {
    return tx.sql(PERPETRATOR)
        .param("organisation", organisation.value())
        .param("incident", incident.value())
        .query((row, n) -> new Perpetrator(row.getString("name"), row.getString("address")))
        .optional()
        .orElse(Perpetrator.UNKNOWN);
  }

  void setPerpetrator(
      Tx tx, OrganisationId organisation, IncidentId incident, Perpetrator perpetrator) {
    tx.sql(SET_PERPETRATOR)
        .param("organisation", organisation.value())
        .param("incident", incident.value())
        .param("name", perpetrator.name())
        .param("address", perpetrator.address())
        .update();
  }
}
