package nl.achterwacht.incident;

import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** The SQL of who an incident happened to. */
final class InvolvedStore {
  private static final String OF =
      """
      select person_id, role, closed_at, closed_by, closed_word
        from incident.involved
       where organisation_id = :organisation
         and incident_id = :incident
       order by role, person_id
      """;
  private static final String PUT =
      """
      insert into incident.involved (organisation_id, incident_id, person_id, role)
      values (:organisation, :incident, :person, :role)
          on conflict (organisation_id, incident_id, person_id) do update set role = :role
      """;
  private static final String REMOVE =
      """
      delete from incident.involved
       where organisation_id = :organisation
         and incident_id = :incident
         and person_id = :person
      """;
  private static final String CLOSE =
      """
      update incident.involved
         set closed_at = :now, closed_by = :by, closed_word = :word
       where organisation_id = :organisation
         and incident_id = :incident
         and person_id = :person
         and closed_at is null
      """;

  List<Involved> of(Tx tx, OrganisationId organisation, IncidentId incident) {
    return tx.sql(OF)
        .param("organisation", organisation.value())
        .param("incident", incident.value())
        .query(InvolvedStore::involved)
        .list();
  }

  void put(Tx tx, OrganisationId organisation, IncidentId incident, PersonId person, String role) {
    tx.sql(PUT)
        .param("organisation", organisation.value())
        .param("incident", incident.value())
        .param("person", person.value())
        .param("role", role)
        .update();
  }

  void remove(Tx tx, OrganisationId organisation, IncidentId incident, PersonId person) {
    tx.sql(REMOVE)
        .param("organisation", organisation.value())
        .param("incident", incident.value())
        .param("person", person.value())
        .update();
  }

  void close(Tx tx, Incident incident, PersonId person, PersonId by, String word, Instant now) {
    tx.changeOne(
        tx.sql(CLOSE)
            .param("organisation", incident.organisation().value())
            .param("incident", incident.id().value())
            .param("person", person.value())
            .param("now", utc(now))
            .param("by", by.value())
            .param("word", word),
        "close aftercare");
  }

  private static Involved involved(ResultSet row, int number) throws SQLException {
    @Nullable UUID closedBy = uuidOrNull(row, "closed_by");
    return new Involved(
        new PersonId(uuid(row, "person_id")),
        row.getString("role"),
        instantOrNull(row, "closed_at"),
        closedBy == null ? null : new PersonId(closedBy),
        row.getString("closed_word"));
  }
}
