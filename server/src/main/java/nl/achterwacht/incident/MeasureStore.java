package nl.achterwacht.incident;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.task.TaskId;

/** The SQL of measures toward who did it. */
final class MeasureStore {
  private static final String OF =
      """
      select id, incident_id, kind, behaviours, terms, decided_by, made_by, made_at, heard_on,
             not_heard_because, starts_on, ends_on, review_on, review_task_id, objection,
             objection_on, told_to, version
        from incident.measure
       where organisation_id = :organisation
         and incident_id = :incident
       order by starts_on, id
      """;
  private static final String INSERT =
      """
      insert into incident.measure
             (organisation_id, id, incident_id, kind, behaviours, terms, decided_by, made_by,
              made_at, heard_on, not_heard_because, starts_on, ends_on, review_on,
              review_task_id, objection, objection_on, told_to)
      values (:organisation, :id, :incident, :kind, :behaviours, :terms, :decidedBy, :madeBy,
              :madeAt, :heardOn, :notHeard, :startsOn, :endsOn, :reviewOn,
              :reviewTask, :objection, :objectionOn, :toldTo)
      """;
  private static final String UPDATE =
      """
      update incident.measure
         set terms = :terms, heard_on = :heardOn, not_heard_because = :notHeard,
             ends_on = :endsOn, review_on = :reviewOn, review_task_id = :reviewTask,
             objection = :objection, objection_on = :objectionOn, told_to = :toldTo,
             version = :version
       where organisation_id = :organisation
         and id = :id
         and version = :version - 1
      """;

  List<Measure> of(Tx tx, OrganisationId organisation, IncidentId incident) {
    return tx.sql(OF)
        .param("organisation", organisation.value())
        .param("incident", incident.value())
        .query(MeasureStore::measure)
        .list();
  }

  void insert(Tx tx, OrganisationId organisation, Measure made) {
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", organisation.value())
            .param("id", made.id())
            .param("incident", made.incident().value())
            .param("kind", made.kind())
            .param("behaviours", tx.texts(made.behaviours()))
            .param("terms", made.term().text())
            .param("decidedBy", made.decidedBy().value())
            .param("madeBy", made.madeBy().value())
            .param("madeAt", utc(made.madeAt()))
            .param("heardOn", made.hearing().on())
            .param("notHeard", made.hearing().notBecause())
            .param("startsOn", made.term().startsOn())
            .param("endsOn", made.term().endsOn())
            .param("reviewOn", made.term().reviewOn())
            .param("reviewTask", made.review().value())
            .param("objection", made.objection().state())
            .param("objectionOn", made.objection().on())
            .param("toldTo", made.toldTo()),
        "take a measure");
  }

  void update(Tx tx, OrganisationId organisation, Measure changed) {
    tx.changeOne(
        tx.sql(UPDATE)
            .param("organisation", organisation.value())
            .param("id", changed.id())
            .param("terms", changed.term().text())
            .param("heardOn", changed.hearing().on())
            .param("notHeard", changed.hearing().notBecause())
            .param("endsOn", changed.term().endsOn())
            .param("reviewOn", changed.term().reviewOn())
            .param("reviewTask", changed.review().value())
            .param("objection", changed.objection().state())
            .param("objectionOn", changed.objection().on())
            .param("toldTo", changed.toldTo())
            .param("version", changed.version()),
        "change a measure");
  }

  private static Measure measure(ResultSet row, int number) throws SQLException {
    return new Measure(
        uuid(row, "id"),
        new IncidentId(uuid(row, "incident_id")),
        row.getString("kind"),
        List.of((String[]) row.getArray("behaviours").getArray()),
        new PersonId(uuid(row, "decided_by")),
        new PersonId(uuid(row, "made_by")),
        instant(row, "made_at"),
        new Measure.Term(
            row.getString("terms"),
            row.getObject("starts_on", LocalDate.class),
            row.getObject("ends_on", LocalDate.class),
            row.getObject("review_on", LocalDate.class)),
        new Measure.Hearing(
            row.getObject("heard_on", LocalDate.class), row.getString("not_heard_because")),
        new Measure.Objection(
            row.getString("objection"), row.getObject("objection_on", LocalDate.class)),
        row.getString("told_to"),
        new TaskId(uuid(row, "review_task_id")),
        row.getInt("version"));
  }
}
