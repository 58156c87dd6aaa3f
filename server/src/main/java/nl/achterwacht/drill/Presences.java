package nl.achterwacht.drill;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.workplace.WorkplaceId;

/** Which watch was started at which workplace. Nothing is decided on it, and it fades in a week. */
public final class Presences {
  private static final String NOTE =
      """
      insert into drill.presence (organisation_id, watch_id, workplace_id, person_id, at)
      values (:organisation, :watch, :workplace, :person, :at)
          on conflict (organisation_id, watch_id) do nothing
      """;
  private static final String OF_WATCH =
      """
      select workplace_id
        from drill.presence
       where organisation_id = :organisation
         and watch_id = :watch
      """;
  private static final String OF_PERSON =
      """
      select workplace_id
        from drill.presence
       where organisation_id = :organisation
         and person_id = :person
         and at > :since
       order by at desc
       limit 1
      """;
  private static final String TO_LEARN =
      """
      select organisation_id, watch_id, workplace_id
        from drill.presence
       where not learned
       order by at
       limit :limit
         for update skip locked
      """;
  private static final String LEARNED =
      """
      update drill.presence
         set learned = true
       where organisation_id = :organisation
         and watch_id = :watch
      """;
  private static final String FORGET = "delete from drill.presence where at < :before";

  /** A watch that was started somewhere. */
  public record Presence(OrganisationId organisation, UUID watch, WorkplaceId workplace) {}

  /** This watch was started there; said twice counts once. */
  public void note(Tx tx, Presence presence, PersonId person, Instant at) {
    tx.sql(NOTE)
        .param("organisation", presence.organisation().value())
        .param("watch", presence.watch())
        .param("workplace", presence.workplace().value())
        .param("person", person.value())
        .param("at", utc(at))
        .update();
  }

  /** Where this watch was started; empty when that was at no workplace. */
  public Optional<WorkplaceId> of(Tx tx, OrganisationId organisation, UUID watch) {
    return tx.sql(OF_WATCH)
        .param("organisation", organisation.value())
        .param("watch", watch)
        .query(UUID.class)
        .optional()
        .map(WorkplaceId::new);
  }

  /** Where somebody last started a watch since {@code since}. */
  public Optional<WorkplaceId> of(
      Tx tx, OrganisationId organisation, PersonId person, Instant since) {
    return tx.sql(OF_PERSON)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .param("since", utc(since))
        .query(UUID.class)
        .optional()
        .map(WorkplaceId::new);
  }

  /** Those that nothing was learned from yet, of all organisations; locked. */
  public List<Presence> toLearn(Tx tx, int limit) {
    return tx.sql(TO_LEARN)
        .param("limit", limit)
        .query((row, n) ->
            new Presence(
                new OrganisationId(uuid(row, "organisation_id")),
                uuid(row, "watch_id"),
                new WorkplaceId(uuid(row, "workplace_id"))))
        .list();
  }

  public void learned(Tx tx, Presence presence) {
    tx.sql(LEARNED)
        .param("organisation", presence.organisation().value())
        .param("watch", presence.watch())
        .update();
  }

  public int forget(Tx tx, Instant before) {
    return tx.sql(FORGET).param("before", utc(before)).update();
  }
}
