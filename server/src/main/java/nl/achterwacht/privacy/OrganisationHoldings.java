package nl.achterwacht.privacy;

import static nl.achterwacht.privacy.Held.table;
import static nl.achterwacht.privacy.Retention.DRILLS;
import static nl.achterwacht.privacy.Retention.SIGNALS;
import static nl.achterwacht.privacy.Retention.TASKS;
import static nl.achterwacht.privacy.Retention.WORKPLACES;

import java.util.List;

/** Tasks and signals, lone workplaces with their drills and devices, and reports. */
final class OrganisationHoldings {
  private static final String NOBODY = "It is about nobody.";

  /** Somebody who reported without a name stays unknown, also when another asks for their file. */
  private static final String OWN_SIGNAL = "t.reporter_id = :person and (not t.anonymous or :self)";

  private static final String ABOUT_OWN =
      """
      exists (select from signal.signal s
               where s.organisation_id = t.organisation_id
                 and s.id = t.subject_id
                 and s.reporter_id = :person
                 and (not s.anonymous or :self))
      or exists (select from alarm.alarm a
                  where a.organisation_id = t.organisation_id
                    and a.id = t.subject_id
                    and a.worker_id = :person
                    and a.state = 'closed')
      """;

  private static final String OF_OLD_WORKPLACE =
      """
      exists (select from workplace.workplace w
               where w.organisation_id = t.organisation_id
                 and w.id = t.workplace_id
                 and w.ended_at < :before)
      """;

  static final List<Held> ALL =
      List.of(
          table("task.task")
              .shows(
                  "t.owner_id = :person or t.made_by = :person or t.ended_by = :person or "
                      + ABOUT_OWN)
              .hides("wake_at", "version", "subject_id")
              .goes(
                  TASKS,
                  """
                  t.ended_at < :before
                  and not exists (select from incident.step s
                                   where s.organisation_id = t.organisation_id
                                     and s.task_id = t.id)
                  and not exists (select from incident.measure m
                                   where m.organisation_id = t.organisation_id
                                     and m.review_task_id = t.id)
                  """),
          table("signal.signal")
              .shows(OWN_SIGNAL)
              .showsOfPlace("t.place_id = :place", "kind", "severity", "said", "made_at")
              .goes(SIGNALS, "t.made_at < :before"),
          table("drill.response")
              .showsNobody("A number of minutes, of nobody in particular.")
              .goes(WORKPLACES, OF_OLD_WORKPLACE),
          table("drill.rhythm").showsNobody(NOBODY).goes(WORKPLACES, OF_OLD_WORKPLACE),
          table("drill.presence")
              .shows("t.person_id = :person")
              .goes(DRILLS, "t.at < :before")
              .goes(WORKPLACES, OF_OLD_WORKPLACE),
          table("drill.drill")
              .shows(
                  "t.made_by = :person or t.started_by = :person or t.arrived_by = :person",
                  "planned_at",
                  "note",
                  "made_at",
                  "started_at",
                  "arrived_at",
                  "outcome",
                  "said")
              .goes(DRILLS, "t.ended_at < :before")
              .goes(WORKPLACES, OF_OLD_WORKPLACE),
          table("device.test").shows("t.made_by = :person").goes(WORKPLACES, OF_OLD_WORKPLACE),
          table("device.holding")
              .shows("t.person_id = :person")
              .goes(WORKPLACES, "t.until_at < :before or " + OF_OLD_WORKPLACE),
          table("device.device")
              .shows("t.made_by = :person", "kind", "maker", "number", "made_at")
              .goes(WORKPLACES, "t.removed_at < :before"),
          table("travel.transport")
              .shows("t.person_id = :person")
              .shows("t.made_by = :person and t.person_id is distinct from :person", "made_at")
              .goes(WORKPLACES, "t.ended_at < :before or " + OF_OLD_WORKPLACE),
          table("workplace.change").shows("t.made_by = :person").goes(WORKPLACES, OF_OLD_WORKPLACE),
          table("workplace.risk").shows("t.scored_by = :person").goes(WORKPLACES, OF_OLD_WORKPLACE),
          table("workplace.decision")
              .shows("t.decided_by = :person")
              .goes(WORKPLACES, OF_OLD_WORKPLACE),
          table("workplace.measure")
              .shows("t.added_by = :person")
              .shows(
                  "t.companion_id = :person and t.added_by <> :person",
                  "kind",
                  "what",
                  "companion_id",
                  "added_at")
              .goes(WORKPLACES, OF_OLD_WORKPLACE),
          table("workplace.workplace")
              .shows(
                  "t.owner_id = :person or t.made_by = :person or t.ended_by = :person",
                  "name",
                  "kind",
                  "made_at",
                  "ended_at",
                  "end_reason")
              .goes(WORKPLACES, "t.ended_at < :before"),
          table("report.month").showsNobody("Counts only.").otherwise(NOBODY),
          table("report.count").showsNobody("Counts only.").otherwise(NOBODY),
          table("report.yearly")
              .shows("t.asked_by = :person", "year", "asked_at")
              .otherwise("Thirty days: the report module."));

  private OrganisationHoldings() {}
}
