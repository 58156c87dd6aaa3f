package nl.achterwacht.travel;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchKeeper;
import org.jspecify.annotations.Nullable;

/**
 * The agreements on who can be reached outside office hours. Without one that covers the whole
 * visit, a visit outside office hours is not ready.
 */
public final class ReachabilityRegister {
  private static final String COLUMNS =
      """
      select organisation_id, id, worker_id, contact_id, contact_name, phone, from_at, until_at,
             watch_id, own_watch, ended_at
        from travel.reachability
      """;

  private static final String FIND =
      COLUMNS
          + """
           where organisation_id = :organisation
             and id = :id
             for update
          """;

  private static final String OF_WORKER =
      COLUMNS
          + """
           where organisation_id = :organisation
             and worker_id = :worker
             and until_at > :now
             and ended_at is null
           order by from_at, id
          """;

  private static final String COVERING =
      COLUMNS
          + """
           where organisation_id = :organisation
             and worker_id = :worker
             and from_at <= :from
             and until_at >= :until
             and ended_at is null
           order by from_at, id
           limit 1
          """;

  private static final String INSERT =
      """
      insert into travel.reachability
             (organisation_id, id, worker_id, contact_id, contact_name, phone, from_at, until_at,
              watch_id, own_watch, made_by, made_at)
      values (:organisation, :id, :worker, :contact, :name, :phone, :from, :until,
              :watch, :ownWatch, :by, :now)
      """;

  private static final String END =
      """
      update travel.reachability
         set ended_at = :now
       where organisation_id = :organisation
         and id = :id
         and ended_at is null
      """;

  private final InstantSource clock;
  private final WatchKeeper watches;
  private final Journal journal;

  public ReachabilityRegister(InstantSource clock, WatchKeeper watches, Journal journal) {
    this.clock = clock;
    this.watches = watches;
    this.journal = journal;
  }

  /**
   * Puts an agreement down that leans on a watch that is there already: that of a visit.
   *
   * @param agreement its {@code ownWatch} must be false
   * @param by who made it: the worker, or who plans for others
   */
  public void add(Tx tx, Agreement agreement, PersonId by) {
    if (agreement.ownWatch()) {
      throw new IllegalStateException("the watch of " + agreement.id() + " must be planned too");
    }
    insert(tx, agreement, by);
  }

  /**
   * Puts an agreement down and plans its watch in the same transaction. When the worker does not
   * start that watch, the worker is asked and then the standby is told, as for a visit.
   *
   * @param agreement its {@code ownWatch} must be true
   * @param watch the same one that the agreement names
   */
  public void addWithWatch(Tx tx, Agreement agreement, NewWatch watch, PersonId by) {
    if (!agreement.ownWatch() || !agreement.watch().equals(watch.id())) {
      throw new IllegalStateException("not the watch of " + agreement.id());
    }
    watches.plan(tx, watch, agreement.from(), by);
    insert(tx, agreement, by);
  }

  /** One agreement, also one that has ended. It stays locked until {@code tx} ends. */
  public Optional<Agreement> find(Tx tx, OrganisationId organisation, AgreementId id) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(ReachabilityRegister::agreement)
        .optional();
  }

  /** The agreements of a worker that stand now or later, the earliest first. */
  public List<Agreement> of(Tx tx, PersonRef worker) {
    return tx.sql(OF_WORKER)
        .param("organisation", worker.organisation().value())
        .param("worker", worker.person().value())
        .param("now", utc(clock.instant()))
        .query(ReachabilityRegister::agreement)
        .list();
  }

  /** The agreement that covers all of {@code from} until {@code until} for this worker. */
  public Optional<Agreement> covering(Tx tx, PersonRef worker, Instant from, Instant until) {
    return tx.sql(COVERING)
        .param("organisation", worker.organisation().value())
        .param("worker", worker.person().value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(ReachabilityRegister::agreement)
        .optional();
  }

  /**
   * Calls an agreement off, and with it a watch of its own that has not been started; a watch that
   * runs goes on. One that has ended stays as it is.
   */
  public void end(Tx tx, Agreement agreement, PersonId by) {
    if (agreement.endedAt() != null) {
      return;
    }
    tx.changeOne(
        tx.sql(END)
            .param("now", utc(clock.instant()))
            .param("organisation", agreement.organisation().value())
            .param("id", agreement.id().value()),
        "end an agreement");
    if (agreement.ownWatch()) {
      Act cancelled = Act.of(new WatchEvent.Cancelled(by), by, Ids.next());
      watches.handle(tx, agreement.organisation(), agreement.watch(), cancelled);
    }
    note(tx, "travel.reachability-ended", agreement, by);
  }

  private void insert(Tx tx, Agreement agreement, PersonId by) {
    @Nullable PersonId colleague = agreement.contact().colleague();
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", agreement.organisation().value())
            .param("id", agreement.id().value())
            .param("worker", agreement.worker().value())
            .param("contact", colleague == null ? null : colleague.value())
            .param("name", agreement.contact().name())
            .param("phone", agreement.contact().phone())
            .param("from", utc(agreement.from()))
            .param("until", utc(agreement.until()))
            .param("watch", agreement.watch().value())
            .param("ownWatch", agreement.ownWatch())
            .param("by", by.value())
            .param("now", utc(clock.instant())),
        "put an agreement down");
    note(tx, "travel.reachability-agreed", agreement, by);
  }

  private void note(Tx tx, String kind, Agreement agreement, PersonId by) {
    String data =
        Json.write(
            Map.of(
                "agreementId", agreement.id().toString(),
                "from", agreement.from().toString(),
                "until", agreement.until().toString()));
    journal.record(
        tx,
        List.of(
            new Entry(
                agreement.organisation(),
                clock.instant(),
                kind,
                by.value(),
                agreement.watch().value(),
                null,
                null,
                null,
                data)));
  }

  private static Agreement agreement(ResultSet row, int index) throws SQLException {
    @Nullable UUID colleague = uuidOrNull(row, "contact_id");
    return new Agreement(
        new OrganisationId(uuid(row, "organisation_id")),
        new AgreementId(uuid(row, "id")),
        new PersonId(uuid(row, "worker_id")),
        new Agreement.Contact(
            colleague == null ? null : new PersonId(colleague),
            row.getString("contact_name"),
            row.getString("phone")),
        instant(row, "from_at"),
        instant(row, "until_at"),
        new WatchId(uuid(row, "watch_id")),
        row.getBoolean("own_watch"),
        instantOrNull(row, "ended_at"));
  }
}
