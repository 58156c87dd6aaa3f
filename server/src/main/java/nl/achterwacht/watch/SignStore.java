package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** The SQL of signs of life, for many watches at once. */
final class SignStore {
  // Four are remembered: more than the queue of a phone ever has under way.
  private static final String WITH_EVENT =
      "(array_prepend(n.e, array_remove(w.recent_signs, n.e)))[\\:4]";

  // A row that somebody holds is passed by: it must not hold up the signs of all the others.
  private static final String LOCK_FREE =
      """
      select %s, w.key_hash, k.e = any (w.recent_signs) as is_known
        from unnest(:organisations::uuid[], :ids::uuid[], :events::uuid[]) as k(o, i, e)
        join watch.watch w
          on w.organisation_id = k.o
         and w.id = k.i
         for update of w skip locked
      """
          .formatted(WatchColumns.ALL);

  private static final String LOCK =
      """
      select %s, w.key_hash, :event = any (w.recent_signs) as is_known
        from watch.watch w
       where w.organisation_id = :organisation
         and w.id = :id
         for update
      """
          .formatted(WatchColumns.ALL);

  private static final String KNOWN =
      """
      select w.id
        from unnest(:organisations::uuid[], :ids::uuid[]) as k(o, i)
        join watch.watch w
          on w.organisation_id = k.o
         and w.id = k.i
      """;

  // The wake-up time may stay early, and is set right when it comes: then no index is touched.
  private static final String SAVE =
      """
      update watch.watch w
         set last_sign_at = n.si, due_at = n.du, end_at = n.en, asked = n.a,
             wake_at = least(w.wake_at, n.wa), recent_signs = %s, version = w.version + 1
        from unnest(:organisations::uuid[], :ids::uuid[], :versions::integer[],
                    :signs::timestamptz[], :dues::timestamptz[], :ends::timestamptz[],
                    :askeds::integer[], :wakes::timestamptz[], :events::uuid[])
             as n(o, i, v, si, du, en, a, wa, e)
       where w.organisation_id = n.o
         and w.id = n.i
         and w.version = n.v
      """
          .formatted(WITH_EVENT);

  private static final String REMEMBER =
      """
      update watch.watch w
         set recent_signs = %s
        from unnest(:organisations::uuid[], :ids::uuid[], :events::uuid[]) as n(o, i, e)
       where w.organisation_id = n.o
         and w.id = n.i
      """
          .formatted(WITH_EVENT);

  private static final String POSITIONS =
      """
      insert into watch.position
             (organisation_id, watch_id, measured_at, received_at, latitude, longitude, accuracy_m)
      select o, i, m, :now, la, lo, ac
        from unnest(:organisations::uuid[], :ids::uuid[], :measureds::timestamptz[],
                    :latitudes::double precision[], :longitudes::double precision[],
                    :accuracies::double precision[]) as n(o, i, m, la, lo, ac)
      on conflict do nothing
      """;

  /** A locked watch with what is not part of it; known is a sign that was among its last ones. */
  @SuppressWarnings("ArrayRecordComponent") // compared in equal time, never by equals
  record Row(Watch watch, byte @Nullable [] keyHash, boolean isKnown) {}

  /** What a sign does to a watch. */
  record Change(Row row, Sign sign, WatchChange change) {
    Watch after() {
      return change
          .before()
          .after(
              change.decision().next(),
              change.lastSignAt(),
              change.startedAt(),
              change.nextVersion());
    }

    /** The usual case: only deadlines move. */
    boolean keepsRunning() {
      return change.before().state() instanceof WatchState.Running
          && change.decision().next() instanceof WatchState.Running;
    }
  }

  /** The watches of {@code signs} that nobody holds just now. */
  List<Row> lockFree(Tx tx, List<Sign> signs) {
    return tx.sql(LOCK_FREE)
        .param("organisations", tx.uuids(signs.stream().map(Sign::organisation).toList()))
        .param("ids", tx.uuids(signs.stream().map(Sign::watch).toList()))
        .param("events", tx.uuids(signs.stream().map(Sign::eventId).toList()))
        .query(SignStore::row)
        .list();
  }

  /** The watch of one sign, as soon as it is free; empty when there is none. */
  List<Row> lock(Tx tx, Sign sign) {
    return tx.sql(LOCK)
        .param("organisation", sign.organisation().value())
        .param("id", sign.watch().value())
        .param("event", sign.eventId())
        .query(SignStore::row)
        .list();
  }

  /** Which of the watches of {@code signs} there are, held by somebody or not. */
  Set<WatchId> known(Tx tx, List<Sign> signs) {
    return signs.isEmpty()
        ? Set.of()
        : tx.sql(KNOWN)
            .param("organisations", tx.uuids(signs.stream().map(Sign::organisation).toList()))
            .param("ids", tx.uuids(signs.stream().map(Sign::watch).toList()))
            .query((row, i) -> new WatchId(uuid(row, "id")))
            .set();
  }

  /** Stores the deadlines of watches that go on running; each must have the version decided on. */
  void save(Tx tx, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<Watch> after = changes.stream().map(Change::after).toList();
    List<WatchColumns.State> states =
        after.stream().map(w -> WatchColumns.State.of(w.state())).toList();
    int saved =
        tx.sql(SAVE)
            .param("organisations", tx.uuids(after.stream().map(Watch::organisation).toList()))
            .param("ids", tx.uuids(after.stream().map(Watch::id).toList()))
            .param(
                "versions",
                tx.integers(changes.stream().map(c -> c.change().before().version()).toList()))
            .param("signs", tx.instants(after.stream().map(Watch::lastSignAt).toList()))
            .param("dues", tx.instants(states.stream().map(WatchColumns.State::dueAt).toList()))
            .param("ends", tx.instants(states.stream().map(WatchColumns.State::endAt).toList()))
            .param("askeds", tx.integers(states.stream().map(WatchColumns.State::asked).toList()))
            .param(
                "wakes",
                tx.instants(after.stream().map(w -> w.state().wakeAt().orElse(null)).toList()))
            .param("events", tx.uuids(changes.stream().map(c -> c.sign().eventId()).toList()))
            .update();
    if (saved != changes.size()) {
      throw new IllegalStateException("saved " + saved + " of " + changes.size() + " signs");
    }
  }

  /** Notes the signs of watches that are stored otherwise, or not changed. */
  void remember(Tx tx, List<Change> changes) {
    if (!changes.isEmpty()) {
      tx.sql(REMEMBER)
          .param(
              "organisations",
              tx.uuids(changes.stream().map(c -> c.sign().organisation()).toList()))
          .param("ids", tx.uuids(changes.stream().map(c -> c.sign().watch()).toList()))
          .param("events", tx.uuids(changes.stream().map(c -> c.sign().eventId()).toList()))
          .update();
    }
  }

  /** Keeps where the phones were; nothing is kept of a closed watch. */
  void recordPositions(Tx tx, List<Change> changes, Instant now) {
    List<Sign> placed = new ArrayList<>();
    List<Act.Position> positions = new ArrayList<>();
    for (Change change : changes) {
      Act.Position position = change.sign().position();
      if (position != null && !(change.change().before().state() instanceof WatchState.Closed)) {
        placed.add(change.sign());
        positions.add(position);
      }
    }
    if (!placed.isEmpty()) {
      tx.sql(POSITIONS)
          .param("now", utc(now))
          .param("organisations", tx.uuids(placed.stream().map(Sign::organisation).toList()))
          .param("ids", tx.uuids(placed.stream().map(Sign::watch).toList()))
          .param(
              "measureds", tx.instants(positions.stream().map(Act.Position::measuredAt).toList()))
          .param("latitudes", tx.doubles(positions.stream().map(Act.Position::latitude).toList()))
          .param("longitudes", tx.doubles(positions.stream().map(Act.Position::longitude).toList()))
          .param(
              "accuracies",
              tx.doubles(positions.stream().map(Act.Position::accuracyMetres).toList()))
          .update();
    }
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        WatchColumns.watch(row, index), row.getBytes("key_hash"), row.getBoolean("is_known"));
  }
}
