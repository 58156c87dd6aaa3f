package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.utc;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** The SQL of positions, for many phones at once. */
final class WhereaboutsStore {
  // A closed watch keeps no position (DESIGN 9); the same one twice is one.
  private static final String TAKE =
      """
      with proven as materialized (
          select k.n, w.organisation_id, w.id, w.state, k.m, k.la, k.lo, k.ac
            from unnest(:numbers::integer[], :organisations::uuid[], :ids::uuid[],
                        :people::uuid[], :hashes::bytea[], :measureds::timestamptz[],
                        :latitudes::double precision[], :longitudes::double precision[],
                        :accuracies::double precision[])
                 as k(n, o, i, p, h, m, la, lo, ac)
            join watch.watch w
              on w.organisation_id = k.o
             and w.id = k.i
             and (w.worker_id = k.p or w.key_hash = k.h))
      , kept as (
          insert into watch.position
                 (organisation_id, watch_id, measured_at, received_at, latitude, longitude,
                  accuracy_m)
          select organisation_id, id, m, :now, la, lo, ac
            from proven
           where state <> 'closed'
          on conflict do nothing)
      select n
        from proven
      """;

  /** Stores those whose sender is proven; says of each, in order, whether it is. */
  List<Boolean> take(Tx tx, List<Whereabouts> all, Instant now) {
    List<Act.Position> positions = all.stream().map(Whereabouts::position).toList();
    Set<Integer> proven =
        new HashSet<>(
            tx.sql(TAKE)
                .param("numbers", tx.integers(IntStream.range(0, all.size()).boxed().toList()))
                .param(
                    "organisations", tx.uuids(all.stream().map(Whereabouts::organisation).toList()))
                .param("ids", tx.uuids(all.stream().map(Whereabouts::watch).toList()))
                .param("people", tx.uuids(all.stream().map(WhereaboutsStore::person).toList()))
                .param("hashes", tx.bytes(all.stream().map(WhereaboutsStore::keyHash).toList()))
                .param(
                    "measureds",
                    tx.instants(positions.stream().map(Act.Position::measuredAt).toList()))
                .param(
                    "latitudes",
                    tx.doubles(positions.stream().map(Act.Position::latitude).toList()))
                .param(
                    "longitudes",
                    tx.doubles(positions.stream().map(Act.Position::longitude).toList()))
                .param(
                    "accuracies",
                    tx.doubles(positions.stream().map(Act.Position::accuracyMetres).toList()))
                .param("now", utc(now))
                .query(Integer.class)
                .list());
    return IntStream.range(0, all.size()).mapToObj(proven::contains).toList();
  }

  private static @Nullable UUID person(Whereabouts one) {
    return one.proof() instanceof Sign.Proof.Session(var person) ? person.value() : null;
  }

  private static byte @Nullable [] keyHash(Whereabouts one) {
    return one.proof() instanceof Sign.Proof.Key(var hash) ? hash : null;
  }
}
