package nl.achterwacht.incident;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.incident.IncidentResult.Reason;

/** Keeps letters about measures: written from a template, changed until they were sent. */
public final class LetterKeeper {
  private static final String OF =
      """
      select id, incident_id, measure_id, template, subject, body, made_by, made_at, sent_on,
             version
        from incident.letter
       where organisation_id = :organisation
         and incident_id = :incident
       order by made_at, id
      """;
  private static final String INSERT =
      """
      insert into incident.letter
             (organisation_id, id, incident_id, measure_id, template, subject, body, made_by,
              made_at)
      values (:organisation, :id, :incident, :measure, :template, :subject, :body, :by, :now)
      """;
  private static final String UPDATE =
      """
      update incident.letter
         set subject = :subject, body = :body, version = version + 1
       where organisation_id = :organisation
         and id = :id
         and sent_on is null
      """;
  private static final String SENT =
      """
      update incident.letter
         set sent_on = :sentOn, sent_by = :by, version = version + 1
       where organisation_id = :organisation
         and id = :id
         and sent_on is null
      """;

  private final InstantSource clock;
  private final IncidentJournal journal;

  public LetterKeeper(InstantSource clock, IncidentJournal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  public List<Letter> of(Tx tx, OrganisationId organisation, IncidentId incident) {
    return tx.sql(OF)
        .param("organisation", organisation.value())
        .param("incident", incident.value())
        .query(LetterKeeper::letter)
        .list();
  }

  public Optional<Letter> find(Tx tx, OrganisationId organisation, IncidentId incident, UUID id) {
    return of(tx, organisation, incident).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Begins a letter with this text. */
  public void write(
      Tx tx, Incident incident, UUID measure, String template, Letter.Text text, PersonId by) {
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", incident.organisation().value())
            .param("id", Ids.next())
            .param("incident", incident.id().value())
            .param("measure", measure)
            .param("template", template)
            .param("subject", text.subject())
            .param("body", text.body())
            .param("by", by.value())
            .param("now", utc(clock.instant())),
        "write a letter");
    journal.note(tx, incident, "letter-written", by);
  }

  /** Changes its text, as long as it was not sent. */
  public IncidentResult change(Tx tx, Incident incident, UUID id, Letter.Text text) {
    return change(
        tx,
        incident,
        id,
        letter ->
            tx.changeOne(
                tx.sql(UPDATE)
                    .param("organisation", incident.organisation().value())
                    .param("id", id)
                    .param("subject", text.subject())
                    .param("body", text.body()),
                "change a letter"));
  }

  /** Notes that it went out. */
  public IncidentResult sent(Tx tx, Incident incident, UUID id, LocalDate on, PersonId by) {
    return change(
        tx,
        incident,
        id,
        letter -> {
          tx.changeOne(
              tx.sql(SENT)
                  .param("organisation", incident.organisation().value())
                  .param("id", id)
                  .param("sentOn", on)
                  .param("by", by.value()),
              "note a letter as sent");
          journal.note(tx, incident, "letter-sent", by);
        });
  }

  private interface Change {
    void of(Letter letter);
  }

  private IncidentResult change(Tx tx, Incident incident, UUID id, Change change) {
    Optional<Letter> found = find(tx, incident.organisation(), incident.id(), id);
    if (found.isEmpty()) {
      return new IncidentResult.Unknown();
    }
    if (found.get().sentOn() != null) {
      return new IncidentResult.Refused(Reason.ALREADY_SENT);
    }
    change.of(found.get());
    return new IncidentResult.Done(incident.id());
  }

  private static Letter letter(ResultSet row, int number) throws SQLException {
    return new Letter(
        uuid(row, "id"),
        new IncidentId(uuid(row, "incident_id")),
        uuid(row, "measure_id"),
        row.getString("template"),
        new Letter.Text(row.getString("subject"), row.getString("body")),
        new PersonId(uuid(row, "made_by")),
        instant(row, "made_at"),
        row.getObject("sent_on", LocalDate.class),
        row.getInt("version"));
  }
}
