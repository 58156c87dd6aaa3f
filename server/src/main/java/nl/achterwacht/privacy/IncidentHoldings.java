package nl.achterwacht.privacy;

import static nl.achterwacht.privacy.Held.table;
import static nl.achterwacht.privacy.Retention.INCIDENTS;
import static nl.achterwacht.privacy.Retention.POLICE_INCIDENTS;

import java.util.List;

/** Incidents, and what was done about them. */
final class IncidentHoldings {
  private static final String WITH_INCIDENT = "With its incident.";

  private static final String OWN_INCIDENT =
      """
      exists (select from incident.involved v
               where v.organisation_id = t.organisation_id
                 and v.incident_id = t.id
                 and v.person_id = :person)
      """;

  private static final String OF_OWN_INCIDENT =
      """
      exists (select from incident.incident i
               where i.organisation_id = t.organisation_id
                 and i.id = t.subject_id
                 and (i.made_by = :person
                      or exists (select from incident.involved v
                                  where v.organisation_id = i.organisation_id
                                    and v.incident_id = i.id
                                    and v.person_id = :person)))
      """;

  private static final String WITHOUT_SUBJECT =
      """
      not exists (select from incident.incident i
                   where i.organisation_id = t.organisation_id
                     and i.id = t.subject_id)
      and not exists (select from workplace.workplace w
                       where w.organisation_id = t.organisation_id
                         and w.id = t.subject_id)
      """;

  /** What is done toward who did it comes to its own end. */
  private static final String MEASURES_ARE_OVER =
      """
      not exists (select from incident.measure m
                   where m.organisation_id = t.organisation_id
                     and m.incident_id = t.id
                     and m.ends_on >= :before::timestamptz::date)
      """;

  private static final String OF_PLACE = ofPlace("t.incident_id");

  static final List<Held> ALL =
      List.of(
          table("incident.incident")
              .shows("t.made_by = :person or " + OWN_INCIDENT)
              .shows(
                  "(t.changed_by = :person or t.closed_by = :person) and t.made_by <> :person",
                  "kind",
                  "changed_at",
                  "closed_at")
              .showsOfPlace("t.place_id = :place", "kind", "happened_at", "seriousness")
              .hides("version")
              .goes(
                  INCIDENTS,
                  """
                  t.closed_at < :before
                  and coalesce(t.details #>> '{police,choice}', '') <> 'formal-report'
                  and coalesce((t.details #>> '{consequences,damageCents}')::integer, 0) = 0
                  and
                  """
                      + MEASURES_ARE_OVER)
              // Also what nobody ever closed.
              .goes(
                  POLICE_INCIDENTS,
                  "coalesce(t.closed_at, t.changed_at) < :before and " + MEASURES_ARE_OVER),
          table("incident.edit").shows("t.made_by = :person").otherwise(WITH_INCIDENT),
          table("incident.perpetrator")
              .showsNobody("It is about somebody outside, who asks by the file of an address.")
              .showsOfPlace(OF_PLACE, "name", "address")
              .otherwise(WITH_INCIDENT),
          table("incident.involved")
              .shows("t.person_id = :person")
              .shows("t.closed_by = :person and t.person_id <> :person", "closed_at")
              .otherwise(WITH_INCIDENT),
          table("incident.step")
              .shows(
                  "t.person_id = :person or t.ended_by = :person or t.held_by = :person",
                  "kind",
                  "due_at",
                  "outcome",
                  "ended_at")
              .otherwise(WITH_INCIDENT),
          table("incident.measure")
              .shows("t.made_by = :person or t.decided_by = :person", "kind", "terms", "made_at")
              .showsOfPlace(
                  OF_PLACE,
                  "kind",
                  "behaviours",
                  "terms",
                  "heard_on",
                  "not_heard_because",
                  "starts_on",
                  "ends_on",
                  "objection",
                  "objection_on",
                  "told_to")
              .otherwise(WITH_INCIDENT),
          table("incident.letter")
              .shows("t.made_by = :person or t.sent_by = :person", "subject", "body", "made_at")
              .showsOfPlace("t.sent_on is not null and " + OF_PLACE, "subject", "body", "sent_on")
              .otherwise(WITH_INCIDENT),
          table("incident.letter_template")
              .shows("t.made_by = :person")
              .otherwise("A setting of the organisation: it stays until changed."),
          table("attachment.attachment")
              .shows("t.made_by = :person", "id", "name", "description", "media_type", "made_at")
              .shows(
                  "t.made_by <> :person and " + OF_OWN_INCIDENT,
                  "name",
                  "description",
                  "media_type",
                  "made_at")
              // Its words tell of a colleague as often as of the resident.
              .showsOfPlace(ofPlace("t.subject_id"), "media_type", "made_at")
              // In the sweep of what it belonged to, since that stands before it.
              .goes(INCIDENTS, WITHOUT_SUBJECT)
              .goes(POLICE_INCIDENTS, WITHOUT_SUBJECT));

  private IncidentHoldings() {}

  private static String ofPlace(String incident) {
    return """
    exists (select from incident.incident i
             where i.organisation_id = t.organisation_id
               and i.id = %s
               and i.place_id = :place)
    """
        .formatted(incident);
  }
}
