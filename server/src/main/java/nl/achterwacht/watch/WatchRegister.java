package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** Reads watches for screens, and proves the keys that phones hold. Decides nothing. */
public final class WatchRegister {
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String LAST_POSITION =
      """
      select measured_at, latitude, longitude, accuracy_m
        from watch.position
       where organisation_id = :organisation
         and watch_id = :watch
       order by measured_at desc
       limit 1
      """;

  private static final String UNPROVEN =
      """
      insert into watch.unproven_act (organisation_id, id, watch_id, kind, made_at, received_at)
      values (:organisation, :id, :watch, :kind, :made, :now)
      """;

  // Ids are unique everywhere; one index probe per organisation, for the rare sender nobody knows.
  private static final String OWNER =
      """
      with recursive organisation (id) as (
          (select organisation_id from watch.watch order by organisation_id limit 1)
          union all
          select (select organisation_id
                    from watch.watch
                   where organisation_id > o.id
                   order by organisation_id
                   limit 1)
            from organisation o
           where o.id is not null)
      select w.organisation_id
        from organisation o
        join watch.watch w on w.organisation_id = o.id and w.id = :id
       limit 1
      """;

  private static final String ONE_START_AT_A_TIME =
      """
      select pg_advisory_xact_lock(hashtextextended('start ' || :organisation || :worker, 0))
      """;

  private final WatchStore store = new WatchStore();

  /** A key for a phone, in plain text, to be given once; the watch keeps only {@link #hash}. */
  public static String newKey(OrganisationId organisation) {
    byte[] random = new byte[24];
    RANDOM.nextBytes(random);
    return organisation + "." + HexFormat.of().formatHex(random);
  }

  /** The organisation a key says it is of; null when it is no key at all. */
  public static @Nullable OrganisationId organisationOf(String key) {
    int dot = key.indexOf('.');
    try {
      return dot < 0 ? null : new OrganisationId(UUID.fromString(key.substring(0, dot)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** SHA-256 of a key: it holds 192 random bits, so nothing slower is needed. */
  public static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether {@code key} was given to the phone of this watch. */
  public boolean keyFits(Tx tx, OrganisationId organisation, WatchId id, String key) {
    return new WatchNotes().keyFits(tx, organisation, id, hash(key));
  }

  /** The watch with this id; null when this organisation has none. */
  public @Nullable Watch find(Tx tx, OrganisationId organisation, WatchId id) {
    return store.find(tx, organisation, id);
  }

  /** The same, as it stays until {@code tx} ends. */
  public @Nullable Watch lock(Tx tx, OrganisationId organisation, WatchId id) {
    return store.lock(tx, organisation, id);
  }

  /** Those of {@code ids} that this organisation has, with one question. */
  public Map<WatchId, Watch> all(Tx tx, OrganisationId organisation, Collection<WatchId> ids) {
    return store.all(tx, organisation, ids).stream()
        .collect(Collectors.toMap(Watch::id, Function.identity()));
  }

  /** The watch that the worker's own screen shows as running; null when there is none. */
  public @Nullable Watch ofWorker(Tx tx, OrganisationId organisation, PersonId worker) {
    return store.ofWorker(tx, organisation, worker);
  }

  /**
   * Waits for another start of this worker and keeps the next one waiting until {@code tx} ends, so
   * that {@link #ofWorker} tells of it. No constraint does this: it could refuse a start for a
   * watch that nobody sees any more.
   */
  public void oneStartAtATime(Tx tx, OrganisationId organisation, PersonId worker) {
    tx.sql(ONE_START_AT_A_TIME)
        .param("organisation", organisation.toString())
        .param("worker", worker.toString())
        .query((row, i) -> true)
        .single();
  }

  /** Everybody who is out now, the nearest deadline first. */
  public List<Watch> open(Tx tx, OrganisationId organisation) {
    return store.open(tx, organisation);
  }

  /** Whose watch this is; needs the engine's rights. Null when nobody's. */
  public @Nullable OrganisationId ownerOf(Tx tx, WatchId id) {
    return tx.sql(OWNER)
        .param("id", id.value())
        .query((row, i) -> new OrganisationId(uuid(row, "organisation_id")))
        .optional()
        .orElse(null);
  }

  /** Where the worker's phone last was; null when it never said. */
  public Act.@Nullable Position lastPosition(Tx tx, OrganisationId organisation, WatchId id) {
    return tx.sql(LAST_POSITION)
        .param("organisation", organisation.value())
        .param("watch", id.value())
        .query((row, i) ->
            new Act.Position(
                instant(row, "measured_at"),
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                row.getObject("accuracy_m", Float.class) == null
                    ? null
                    : row.getDouble("accuracy_m")))
        .optional()
        .orElse(null);
  }

  /** Keeps an act whose sender could not be proven: it is shown, and moves no deadline. */
  public void keepUnproven(
      Tx tx,
      OrganisationId organisation,
      WatchId id,
      String kind,
      @Nullable Instant madeAt,
      Instant now) {
    tx.sql(UNPROVEN)
        .param("organisation", organisation.value())
        .param("id", Ids.next())
        .param("watch", id.value())
        .param("kind", kind)
        .param("made", utcOrNull(madeAt))
        .param("now", utc(now))
        .update();
  }
}
