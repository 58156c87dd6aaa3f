package nl.achterwacht.privacy;

import static nl.achterwacht.privacy.Held.table;
import static nl.achterwacht.privacy.Retention.DUTIES;
import static nl.achterwacht.privacy.Retention.JOURNAL;
import static nl.achterwacht.privacy.Retention.NOTICES;
import static nl.achterwacht.privacy.Retention.PEOPLE;
import static nl.achterwacht.privacy.Retention.SIGN_INS;
import static nl.achterwacht.privacy.Retention.VISITS;

import java.util.List;

/** People, how they sign in, how they are reached, and what they did. */
final class PeopleHoldings {
  private static final String NOBODY = "It is about nobody.";
  private static final String A_SETTING = "A setting of the organisation: it stays until changed.";
  private static final String WHEN_LEAVING = "It goes when its owner leaves or removes it.";

  private static final String OWN_LOGIN =
      """
      exists (select from account.login l
               where l.organisation_id = t.organisation_id
                 and l.id = t.login_id
                 and l.person_id = :person)
      """;

  /**
   * What runs now is shown when it is over: who reads along over a shoulder may not learn from this
   * that an alarm is on.
   */
  private static final String IN_JOURNAL =
      """
      (t.actor_id = :person
       or exists (select from watch.watch w
                   where w.organisation_id = t.organisation_id
                     and w.id = t.watch_id
                     and w.worker_id = :person)
       or exists (select from alarm.alarm a
                   where a.organisation_id = t.organisation_id
                     and a.id = t.alarm_id
                     and a.worker_id = :person))
      and not exists (select from watch.watch w
                       where w.organisation_id = t.organisation_id
                         and w.id = t.watch_id
                         and w.state <> 'closed')
      and not exists (select from alarm.alarm a
                       where a.organisation_id = t.organisation_id
                         and (a.id = t.alarm_id or a.watch_id = t.watch_id)
                         and a.state <> 'closed')
      """;

  private static final String OLD_NOTICE = "t.wake_at is null and t.made_at < :before";

  static final List<Held> ALL =
      List.of(
          table("people.organisation").showsNobody(NOBODY).otherwise(A_SETTING),
          table("people.team").showsNobody(NOBODY).otherwise(A_SETTING),
          table("people.vehicle")
              .shows("t.person_id = :person")
              .goes(
                  VISITS,
                  """
                  t.removed_at < :before
                  and not exists (select from visit.visit v
                                   where v.organisation_id = t.organisation_id
                                     and v.vehicle_id = t.id)
                  and not exists (select from watch.watch w
                                   where w.organisation_id = t.organisation_id
                                     and w.vehicle_id = t.id)
                  """),
          table("people.contact").shows("t.person_id = :person").otherwise(WHEN_LEAVING),
          table("people.contact_code")
              .showsNobody("A secret that is valid for minutes.")
              .goes(NOTICES, "t.expires_at < :before"),
          table("people.ladder_step")
              .shows(":person = any (t.person_ids)", "team_id", "alarm_kind", "step", "to_next_s")
              .otherwise(A_SETTING + " Whoever leaves is taken out of it."),
          table("people.duty").shows("t.person_id = :person").goes(DUTIES, "t.until_at < :before"),
          table("account.session")
              .shows(OWN_LOGIN, "made_at", "expires_at", "revoked_at")
              .goes(SIGN_INS, "t.expires_at < :before"),
          table("account.passkey")
              .shows(OWN_LOGIN, "label", "made_at", "used_at")
              .otherwise(WHEN_LEAVING),
          table("account.login")
              .shows("t.person_id = :person", "user_name")
              .otherwise(WHEN_LEAVING),
          table("account.code").shows("t.person_id = :person", "set_at").otherwise(WHEN_LEAVING),
          table("account.ticket")
              .showsNobody("A number drawn by chance, of nobody yet.")
              .otherwise("Minutes: PasskeyTickets."),
          table("account.failed_sign_in")
              .showsNobody("A hash that leads back to nobody.")
              .otherwise("Within the day: SignInLimit."),
          table("notify.attempt")
              .shows(
                  """
                  exists (select from notify.notice n
                           where n.organisation_id = t.organisation_id
                             and n.id = t.notice_id
                             and n.person_id = :person)
                  """)
              .goes(
                  NOTICES,
                  """
                  exists (select from notify.notice n
                           where n.organisation_id = t.organisation_id
                             and n.id = t.notice_id
                             and n.wake_at is null
                             and n.made_at < :before)
                  """),
          table("notify.notice")
              .shows("t.person_id = :person")
              .hides("provider_ref", "bundle_id", "version")
              .goes(NOTICES, OLD_NOTICE),
          table("notify.webhook").showsNobody(NOBODY).otherwise(A_SETTING),
          table("notify.vapid").showsNobody(NOBODY).otherwise("Keys of this installation."),
          table("people.person")
              .shows("t.id = :person")
              .hides("safe_word")
              .empties(PEOPLE, "t.left_at < :before and t.name <> '-'", "name = '-'"),
          table("journal.entry")
              .shows(IN_JOURNAL)
              .hides("tx", "seq")
              .goesOldestFirst(JOURNAL, "t.at < :before"),
          table("http.given_answer")
              .showsNobody("Sealed: only who sent the act can open its answer.")
              .otherwise("Two days: Acts."),
          table("privacy.retention")
              .shows("t.set_by = :person", "rule", "amount", "set_at")
              .otherwise(A_SETTING),
          table("privacy.run").showsNobody(NOBODY).otherwise("One row for each rule."),
          table("base.server").showsNobody(NOBODY).otherwise("One row for each server."),
          table("base.outage").showsNobody(NOBODY).otherwise("Few, and about the servers."),
          table("flyway_schema_history").showsNobody(NOBODY).otherwise("What tables there are."));

  private PeopleHoldings() {}
}
