package nl.achterwacht.privacy;

import static nl.achterwacht.privacy.Held.table;
import static nl.achterwacht.privacy.Retention.ALARMS;
import static nl.achterwacht.privacy.Retention.ALARM_POSITIONS;
import static nl.achterwacht.privacy.Retention.CAUTIONS;
import static nl.achterwacht.privacy.Retention.CAUTION_WORDS;
import static nl.achterwacht.privacy.Retention.DRILLS;
import static nl.achterwacht.privacy.Retention.ESTIMATES;
import static nl.achterwacht.privacy.Retention.POSITIONS;
import static nl.achterwacht.privacy.Retention.SIGNALS;
import static nl.achterwacht.privacy.Retention.VISITS;
import static nl.achterwacht.privacy.Retention.WATCH_WORDS;

import java.util.List;

/** Visits, watches and alarms, and the addresses they went to. */
final class WorkHoldings {
  private static final String NOBODY = "It is about nobody.";
  private static final String A_SETTING = "A setting of the organisation: it stays until changed.";

  private static final String OWN_WATCH =
      """
      exists (select from watch.watch w
               where w.organisation_id = t.organisation_id
                 and w.id = t.watch_id
                 and w.worker_id = :person
                 and w.state = 'closed')
      """;
  private static final String OWN_VISIT =
      """
      exists (select from visit.visit v
               where v.organisation_id = t.organisation_id
                 and v.id = t.visit_id
                 and v.worker_id = :person)
      """;
  private static final String OWN_CALENDAR =
      """
      exists (select from calendar.subscription s
               where s.organisation_id = t.organisation_id
                 and s.id = t.subscription_id
                 and s.person_id = :person)
      """;

  /** Of a watch that ended so long ago, and was closed by hand of whoever handled its alarm. */
  private static final String AFTER_ALARM =
      """
      exists (select from watch.watch w
               where w.organisation_id = t.organisation_id
                 and w.id = t.watch_id
                 and w.state = 'closed'
                 and w.closed_how = 'BY_HANDLER'
                 and w.moment_at < :before)
      """;

  private static final String AFTER_QUIET_END =
      """
      exists (select from watch.watch w
               where w.organisation_id = t.organisation_id
                 and w.id = t.watch_id
                 and w.state = 'closed'
                 and w.closed_how is distinct from 'BY_HANDLER'
                 and w.moment_at < :before)
      """;
  private static final String AFTER_WATCH =
      """
      exists (select from watch.watch w
               where w.organisation_id = t.organisation_id
                 and w.id = t.watch_id
                 and w.state = 'closed'
                 and w.moment_at < :before)
      """;

  private static final String OLD_VISIT =
      """
      v.planned_end_at < :before
      and not exists (select from watch.watch w
                       where w.organisation_id = v.organisation_id
                         and w.id = v.watch_id
                         and w.state <> 'closed')
      """;
  private static final String OF_OLD_VISIT =
      """
      exists (select from visit.visit v
               where v.organisation_id = t.organisation_id
                 and v.id = t.visit_id
                 and %s)
      """
          .formatted(OLD_VISIT);

  private static final String OLD_ALARM =
      """
      exists (select from alarm.alarm a
               where a.organisation_id = t.organisation_id
                 and a.id = t.alarm_id
                 and a.kind %s 'drill'
                 and a.state = 'closed'
                 and a.closed_at < :before)
      """;

  /** An address that nothing names any more; its id tells when it was made (UUIDv7). */
  private static final String FORGOTTEN_PLACE =
      """
      ('x' || substr(replace(t.id::text, '-', ''), 1, 12))::bit(48)::bigint
        < extract(epoch from :before::timestamptz) * 1000
      and not exists (select from place.caution c
                       where c.organisation_id = t.organisation_id and c.place_id = t.id)
      and not exists (select from place.visited v
                       where v.organisation_id = t.organisation_id and v.place_id = t.id)
      and not exists (select from place.happening h
                       where h.organisation_id = t.organisation_id and h.place_id = t.id)
      and not exists (select from signal.signal s
                       where s.organisation_id = t.organisation_id and s.place_id = t.id)
      and not exists (select from incident.incident i
                       where i.organisation_id = t.organisation_id and i.place_id = t.id)
      and not exists (select from workplace.workplace w
                       where w.organisation_id = t.organisation_id and w.place_id = t.id)
      """;

  /** Visits at the address {@code :place}, however it was typed. */
  private static final String VISIT_OF_PLACE =
      """
      exists (select from place.place p
               where p.organisation_id = t.organisation_id
                 and p.id = :place
                 and lower(p.address) = lower(t.address))
      """;

  static final List<Held> ALL =
      List.of(
          table("watch.position")
              .shows(OWN_WATCH)
              .goes(POSITIONS, AFTER_QUIET_END)
              .goes(ALARM_POSITIONS, AFTER_ALARM),
          table("watch.words").shows(OWN_WATCH).goes(WATCH_WORDS, AFTER_WATCH),
          table("watch.event")
              .showsNobody("Ids of messages, by which a repeat is known.")
              .otherwise("Thirty days: WatchJanitor."),
          table("watch.unproven_act").shows(OWN_WATCH).goes(VISITS, "t.received_at < :before"),
          table("calendar.imported_visit")
              .showsNobody("Hashes, by which the same row of a file is known.")
              .goes(VISITS, OF_OLD_VISIT),
          table("calendar.appointment").shows(OWN_CALENDAR).goes(VISITS, OF_OLD_VISIT),
          table("preparation.measure")
              .shows(OWN_VISIT)
              .shows(
                  "(t.by_id = :person or t.colleague_id = :person) and not " + OWN_VISIT,
                  "measure",
                  "state",
                  "reason",
                  "at")
              .goes(VISITS, OF_OLD_VISIT),
          table("preparation.preparation")
              .shows(OWN_VISIT)
              .shows("t.companion_id = :person and not " + OWN_VISIT, "visit_id", "judged_at")
              .hides("place_hash", "version", "visit_version")
              .goes(VISITS, OF_OLD_VISIT)
              .empties(
                  ESTIMATES,
                  "t.visit_ends_at < :before and t.estimate is not null",
                  """
                  estimate = null, estimated_by = null, estimated_at = null, place_hash = null,
                  version = version + 1
                  """),
          table("visit.visit")
              .shows("t.worker_id = :person")
              .shows("t.changed_by = :person and t.worker_id <> :person", "id", "changed_at")
              .showsOfPlace(
                  VISIT_OF_PLACE, "planned_start_at", "planned_end_at", "purpose", "cancelled_at")
              .hides("version")
              .goes(VISITS, OLD_VISIT.replace("v.", "t.")),
          table("visit.series")
              .shows("t.made_by = :person")
              .goes(
                  VISITS,
                  """
                  t.last_day < :before::timestamptz::date
                  and not exists (select from visit.visit v
                                   where v.organisation_id = t.organisation_id
                                     and v.series_id = t.id)
                  """),
          table("travel.reachability")
              .shows("t.worker_id = :person")
              .shows("t.contact_id = :person and t.worker_id <> :person", "from_at", "until_at")
              .goes(VISITS, "t.until_at < :before"),
          table("watch.watch")
              .shows("t.worker_id = :person and t.state = 'closed'")
              .hides(
                  "key_hash",
                  "recent_signs",
                  "wake_at",
                  "wake_failures",
                  "version",
                  "asked",
                  "own_outage",
                  "mask",
                  "mask_moment_at")
              .empties(
                  WATCH_WORDS,
                  "t.state = 'closed' and t.moment_at < :before and t.debrief_words is not null",
                  "debrief_words = null")
              .goes(
                  VISITS,
                  """
                  t.state = 'closed'
                  and t.moment_at < :before
                  and not exists (select from visit.visit v
                                   where v.organisation_id = t.organisation_id
                                     and v.watch_id = t.id)
                  and not exists (select from watch.words w
                                   where w.organisation_id = t.organisation_id
                                     and w.watch_id = t.id)
                  """),
          table("alarm.script_tick")
              .shows(
                  """
                  t.by_id = :person
                  or exists (select from alarm.alarm a
                              where a.organisation_id = t.organisation_id
                                and a.id = t.alarm_id
                                and a.worker_id = :person
                                and a.state = 'closed')
                  """,
                  "number",
                  "at")
              .goes(ALARMS, OLD_ALARM.formatted("<>"))
              .goes(DRILLS, OLD_ALARM.formatted("=")),
          table("alarm.alarm")
              .shows("t.worker_id = :person and t.state = 'closed'")
              .shows(
                  "t.closed_by = :person and t.worker_id is distinct from :person",
                  "kind",
                  "closed_at",
                  "outcome",
                  "outcome_cause",
                  "outcome_text")
              .hides("ladder", "cause_id", "wake_at", "wake_failures", "version")
              .goes(ALARMS, "t.kind <> 'drill' and t.state = 'closed' and t.closed_at < :before")
              .goes(DRILLS, "t.kind = 'drill' and t.state = 'closed' and t.closed_at < :before"),
          table("preparation.guidance")
              .shows("t.by_id = :person", "version", "at")
              .otherwise(A_SETTING),
          table("preparation.companion_setting").showsNobody(NOBODY).otherwise(A_SETTING),
          table("calendar.visit_import")
              .shows("t.made_by = :person")
              .hides("file")
              .otherwise("Fourteen days: ImportKeeper."),
          table("calendar.visit_import_row")
              .shows("t.worker_id = :person")
              .hides("row_key", "content")
              .otherwise("With its import."),
          table("calendar.subscription")
              .shows("t.person_id = :person")
              .hides("password", "etag", "sync_token", "version")
              .otherwise("It goes when its owner removes it or leaves."),
          table("calendar.rule").shows(OWN_CALENDAR).otherwise("With its calendar."),
          table("travel.office_hours").showsNobody(NOBODY).otherwise(A_SETTING),
          table("travel.packing_item").showsNobody(NOBODY).otherwise(A_SETTING),
          table("travel.packing_check")
              .shows("t.person_id = :person")
              .goes(VISITS, "t.checked_at < :before"),
          table("policy.version")
              .shows("t.put_by = :person", "number", "note", "in_force_at")
              .otherwise("It stays: visits name the version that judged them."),
          table("policy.draft")
              .shows("t.saved_by = :person", "revision", "saved_at")
              .otherwise("One for each organisation, until it is put in force."),
          table("policy.judged_case")
              .showsNobody(NOBODY)
              .otherwise("The newest stay: PolicyStore."),
          table("place.caution")
              .shows(
                  "t.proposed_by = :person",
                  "kind",
                  "behaviour",
                  "evidence",
                  "source",
                  "happened_on",
                  "proposed_at",
                  "state")
              .shows(
                  "t.confirmed_by = :person or t.ended_by = :person",
                  "confirmed_at",
                  "renewed_because",
                  "ended_at",
                  "ended_because")
              .showsOfPlace("t.place_id = :place")
              .hides("version")
              .empties(
                  CAUTION_WORDS,
                  "t.state = 'ended' and t.ended_at < :before and t.erased_at is null",
                  """
                  behaviour = null, evidence = null, no_letter_because = null, reply = null,
                  renewed_because = null, ended_because = null, erased_at = :now,
                  version = version + 1
                  """)
              .goes(CAUTIONS, "t.state = 'ended' and t.ended_at < :before"),
          table("place.visited")
              .shows(OWN_VISIT)
              .showsOfPlace("t.place_id = :place")
              .goes(VISITS, "t.visited_at < :before"),
          table("place.happening")
              .showsNobody("It counts what stands in other tables.")
              .goes(SIGNALS, "t.happened_at < :before"),
          table("place.hot_spot")
              .shows("t.entered_by = :person or t.ended_by = :person")
              .goes(CAUTIONS, "t.ends_at < :before"),
          table("place.boundary_set").shows("t.loaded_by = :person").otherwise(A_SETTING),
          table("place.boundary").showsNobody(NOBODY).otherwise(A_SETTING),
          table("place.place")
              .showsOfPlace("t.id = :place")
              .hides("address_key", "text_key", "version")
              .goes(VISITS, FORGOTTEN_PLACE));

  private WorkHoldings() {}
}
