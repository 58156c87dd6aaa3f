package nl.achterwacht.calendar;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.calendar.ics.Occurrence;
import nl.achterwacht.visit.VisitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL of the appointments that are kept of calendars. */
final class KeptStore {
  private static final String KEPT =
      """
      select a.id, a.subscription_id, a.uid, a.recurrence, a.sequence, a.start_at, a.end_at,
             a.all_day, a.address, a.title, a.state, a.visit_id
        from calendar.appointment a
      """;

  private static final String KEPT_OF =
      KEPT
          + """
           where a.organisation_id = :organisation
             and a.subscription_id = :id
           order by a.start_at, a.id
             for update
          """;

  private static final String PROPOSED =
      KEPT
          + """
            join calendar.subscription s
              on s.organisation_id = a.organisation_id and s.id = a.subscription_id
           where a.organisation_id = :organisation
             and s.person_id = :person
             and a.state = 'proposed'
             and a.end_at > :now
           order by a.start_at, a.id
           limit :limit
          offset :offset
          """;

  private static final String LOCK_KEPT =
      KEPT
          + """
            join calendar.subscription s
              on s.organisation_id = a.organisation_id and s.id = a.subscription_id
           where a.organisation_id = :organisation
             and s.person_id = :person
             and a.id = :id
             for update of a
          """;

  private static final String KEEP =
      """
      insert into calendar.appointment
             (organisation_id, subscription_id, id, uid, recurrence, sequence, start_at, end_at,
              all_day, address, title, state, visit_id)
      values (:organisation, :subscription, :id, :uid, :recurrence, :sequence, :start, :end,
              :allDay, :address, :title, :state, :visit)
      """;

  private static final String CHANGE =
      """
      update calendar.appointment
         set recurrence = :recurrence, sequence = :sequence, start_at = :start, end_at = :end,
             all_day = :allDay, address = :address, title = :title, state = :state,
             visit_id = :visit
       where organisation_id = :organisation
         and id = :id
      """;

  private static final String FORGET =
      """
      delete from calendar.appointment
       where organisation_id = :organisation
         and id = any (:ids)
      """;

  private static final String FORGET_PAST =
      """
      delete from calendar.appointment
       where end_at < :before
      """;

  /** What is kept of a calendar, locked. */
  List<Kept> kept(Tx tx, Subscription of) {
    return at(tx, KEPT_OF, of.organisation(), of.id()).query(KeptStore::kept).list();
  }

  List<Kept> proposed(
      Tx tx, OrganisationId organisation, PersonId person, Instant now, int offset, int limit) {
    return tx.sql(PROPOSED)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .param("now", utc(now))
        .param("offset", offset)
        .param("limit", limit)
        .query(KeptStore::kept)
        .list();
  }

  Optional<Kept> lockKept(Tx tx, OrganisationId organisation, PersonId person, UUID id) {
    return at(tx, LOCK_KEPT, organisation, id)
        .param("person", person.value())
        .query(KeptStore::kept)
        .optional();
  }

  /** Keeps what was found; its title only if {@code of} keeps titles. */
  Kept keep(Tx tx, Subscription of, Occurrence found, @Nullable VisitId visit) {
    Kept made = made(Ids.next(), of, found, stateWith(visit), visit);
    tx.changeOne(
        values(tx.sql(KEEP), of.organisation(), made)
            .param("subscription", of.id())
            .param("uid", made.uid()),
        "keep an appointment");
    return made;
  }

  /** The same appointment, as it is found now. */
  void change(
      Tx tx,
      Subscription of,
      Kept before,
      Occurrence found,
      Kept.State state,
      @Nullable VisitId visit) {
    write(tx, of.organisation(), made(before.id(), of, found, state, visit));
  }

  /** The same appointment, of which the worker says something else now. */
  void decide(
      Tx tx, OrganisationId organisation, Kept before, Kept.State state, @Nullable VisitId visit) {
    write(
        tx,
        organisation,
        new Kept(
            before.id(),
            before.subscription(),
            before.uid(),
            before.recurrence(),
            before.sequence(),
            before.start(),
            before.end(),
            before.allDay(),
            before.address(),
            before.title(),
            state,
            visit));
  }

  void forget(Tx tx, OrganisationId organisation, List<UUID> ids) {
    if (!ids.isEmpty()) {
      tx.sql(FORGET)
          .param("organisation", organisation.value())
          .param("ids", tx.uuids(ids))
          .update();
    }
  }

  int forgetPast(Tx tx, Instant before) {
    return tx.sql(FORGET_PAST).param("before", utc(before)).update();
  }

  private static void write(Tx tx, OrganisationId organisation, Kept changed) {
    tx.changeOne(values(tx.sql(CHANGE), organisation, changed), "change an appointment");
  }

  private static Kept.State stateWith(@Nullable VisitId visit) {
    return visit == null ? Kept.State.PROPOSED : Kept.State.ACCEPTED;
  }

  private static Kept made(
      UUID id, Subscription of, Occurrence found, Kept.State state, @Nullable VisitId visit) {
    return new Kept(
        id,
        of.id(),
        found.uid(),
        found.recurrence(),
        found.sequence(),
        found.start(),
        found.end(),
        found.allDay(),
        found.address(),
        of.keepsTitles() ? found.title() : null,
        state,
        visit);
  }

  private static StatementSpec values(
      StatementSpec statement, OrganisationId organisation, Kept kept) {
    VisitId visit = kept.visit();
    return statement
        .param("organisation", organisation.value())
        .param("id", kept.id())
        .param("recurrence", kept.recurrence())
        .param("sequence", kept.sequence())
        .param("start", utc(kept.start()))
        .param("end", utc(kept.end()))
        .param("allDay", kept.allDay())
        .param("address", kept.address())
        .param("title", kept.title())
        .param("state", kept.state().name().toLowerCase(Locale.ROOT))
        .param("visit", visit == null ? null : visit.value());
  }

  private static StatementSpec at(Tx tx, String sql, OrganisationId organisation, UUID id) {
    return tx.sql(sql).param("organisation", organisation.value()).param("id", id);
  }

  private static Kept kept(ResultSet row, int index) throws SQLException {
    UUID visit = uuidOrNull(row, "visit_id");
    return new Kept(
        uuid(row, "id"),
        uuid(row, "subscription_id"),
        row.getString("uid"),
        row.getString("recurrence"),
        row.getInt("sequence"),
        instant(row, "start_at"),
        instant(row, "end_at"),
        row.getBoolean("all_day"),
        row.getString("address"),
        row.getString("title"),
        Kept.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        visit == null ? null : new VisitId(visit));
  }
}
