package nl.achterwacht.privacy;

import static nl.achterwacht.base.Sql.utc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;

/**
 * Somebody leaves the organisation. By what they could be reached or could sign in goes at once;
 * the name stays as long as the journal may name them ({@link Retention#PEOPLE}).
 */
public final class Leaving {
  private static final String BUSY =
      """
      select exists (select from watch.watch
                      where organisation_id = :organisation
                        and worker_id = :person
                        and state not in ('closed', 'planned'))
          or exists (select from alarm.alarm
                      where organisation_id = :organisation
                        and (handler_id = :person or worker_id = :person)
                        and state <> 'closed')
      """;

  /** In this order: what points at a row goes before it. */
  private static final List<String> ERASED =
      List.of(
          """
          delete from account.session s
           using account.login l
           where l.organisation_id = s.organisation_id
             and l.id = s.login_id
             and l.organisation_id = :organisation
             and l.person_id = :person
          """,
          """
          delete from account.passkey k
           using account.login l
           where l.organisation_id = k.organisation_id
             and l.id = k.login_id
             and l.organisation_id = :organisation
             and l.person_id = :person
          """,
          "delete from account.login where organisation_id = :organisation and person_id = :person",
          "delete from account.code where organisation_id = :organisation and person_id = :person",
          "delete from people.contact where organisation_id = :organisation and person_id = :person",
          """
          delete from calendar.subscription
           where organisation_id = :organisation and person_id = :person
          """);

  private static final String OUT_OF_LADDERS =
      """
      update people.ladder_step
         set person_ids = array_remove(person_ids, :person)
       where organisation_id = :organisation
         and :person = any (person_ids)
      """;
  private static final String NO_MORE_DUTY =
      """
      delete from people.duty
       where organisation_id = :organisation
         and person_id = :person
         and from_at > :now
      """;
  private static final String LEFT =
      """
      update people.person
         set left_at = :now, phone = null, safe_word = null
       where organisation_id = :organisation
         and id = :person
         and left_at is null
      """;

  private final InstantSource clock;
  private final Journal journal;

  public Leaving(InstantSource clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  /** Whether somebody is out under watch, or an alarm is about them or in their hands. */
  public boolean isBusy(Tx tx, OrganisationId organisation, PersonId person) {
    return tx.sql(BUSY)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /** Has somebody leave now; false when there is no such person, or no more. */
  public boolean leave(Tx tx, OrganisationId organisation, PersonId person, PersonId by) {
    Instant now = clock.instant();
    int left =
        tx.sql(LEFT)
            .param("organisation", organisation.value())
            .param("person", person.value())
            .param("now", utc(now))
            .update();
    if (left == 0) {
      return false;
    }
    for (String sql : ERASED) {
      tx.sql(sql)
          .param("organisation", organisation.value())
          .param("person", person.value())
          .update();
    }
    tx.sql(OUT_OF_LADDERS)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .update();
    tx.sql(NO_MORE_DUTY)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .param("now", utc(now))
        .update();
    journal.record(
        tx,
        List.of(
            new Entry(
                organisation,
                now,
                "people.left",
                by.value(),
                null,
                null,
                null,
                null,
                Json.write(Map.of("personId", person.value().toString())))));
    return true;
  }
}
