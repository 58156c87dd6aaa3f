package nl.achterwacht.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;

/** Who did or saw what of an incident; never what stands in it. */
public final class IncidentJournal {
  private final InstantSource clock;
  private final Journal journal;

  public IncidentJournal(InstantSource clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  /** Somebody saw it. */
  public void lookedAt(Tx tx, Incident incident, PersonId by) {
    note(tx, incident, "looked-at", by);
  }

  /** Somebody took a table of all incidents along. */
  public void exported(Tx tx, OrganisationId organisation, PersonId by) {
    journal.record(tx, List.of(entry(organisation, "exported", by, "{}")));
  }

  /**
   * Somebody did {@code what} with it: the end of a kind of the journal, such as {@code closed}.
   */
  public void note(Tx tx, Incident incident, String what, PersonId by) {
    String data = Json.write(Map.of("incidentId", incident.id().toString()));
    journal.record(tx, List.of(entry(incident.organisation(), what, by, data)));
  }

  private Entry entry(OrganisationId organisation, String what, PersonId by, String data) {
    Instant now = clock.instant();
    UUID actor = by.value();
    return new Entry(organisation, now, "incident." + what, actor, null, null, null, null, data);
  }
}
