package nl.achterwacht.http.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import nl.achterwacht.base.EventId;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/**
 * Runs acts so that the same act sent twice counts once. Its answer is stored in the transaction of
 * the act: either both are there or neither is.
 */
public final class Acts {
  private static final Duration KEPT = Duration.ofDays(2);
  private static final int FORGET_AT_ONCE = 5;

  // Held until the transaction ends; of a repeat that comes meanwhile, one must say "still busy".
  private static final String LOCK =
      """
      select pg_try_advisory_xact_lock(hashtextextended(:organisation || :key, 0))
      """;
  private static final String FIND =
      """
      select request_hash, status, answer
        from http.given_answer
       where organisation_id = :organisation
         and key_hash = :key
      """;
  private static final String INSERT =
      """
      insert into http.given_answer
             (organisation_id, key_hash, request_hash, status, answer, at)
      values (:organisation, :key, :request, :status, :answer, :now)
      """;
  private static final String FORGET =
      """
      delete from http.given_answer
       where organisation_id = :organisation
         and key_hash in (select key_hash
                            from http.given_answer
                           where organisation_id = :organisation
                             and at < :old
                           order by at
                           limit :limit
                             for update skip locked)
      """;

  private final Lanes lanes;
  private final InstantSource clock;

  public Acts(Lanes lanes, InstantSource clock) {
    this.lanes = lanes;
    this.clock = clock;
  }

  /** The work of an act, under its name: the sender's key, or a new one. */
  public interface Work {
    Answer run(Tx tx, EventId event);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Given(byte[] requestHash, int status, byte[] answer) {}

  /** Runs {@code work} for the caller's organisation, which is all it can see. */
  public Answer once(Received in, Work work) {
    OrganisationId organisation = in.caller().organisation();
    return onceFor(organisation, in, work);
  }

  /**
   * As {@link #once(Received, Work)}, for a sender who is not, or not only, proven by a session.
   */
  public Answer onceFor(OrganisationId organisation, Received in, Work work) {
    return lanes
        .of(in.operation())
        .run(database ->
            database.inTransaction(organisation, tx -> once(tx, organisation, in, work)));
  }

  /** Reads for the caller's organisation, or writes what leaves the same when it is repeated. */
  public Answer forCaller(Received in, Function<Tx, Answer> work) {
    OrganisationId organisation = in.caller().organisation();
    return lanes.usual().run(database -> database.inTransaction(organisation, work));
  }

  /**
   * As {@link #forCaller}, but it may take its time: for what somebody at a desk loads in bulk and
   * waits for. No phone's request waits for it; it has one of the connections meanwhile, so what
   * needs no database, such as a paper of many pages, is better made afterwards of what it read.
   */
  public <T> T atLeisure(Received in, Function<Tx, T> work) {
    OrganisationId organisation = in.caller().organisation();
    return lanes.usual().database().inTransaction(organisation, work);
  }

  /** As {@link #forCaller}, for a sender who may be proven by the key of a watch. */
  public <T> T forOrganisation(OrganisationId organisation, Function<Tx, T> work) {
    return lanes.usual().run(database -> database.inTransaction(organisation, work));
  }

  /** Work that crosses organisations or comes before one is known: sign-in. */
  public <T extends @Nullable Object> T asEngine(Function<Tx, T> work) {
    return lanes.usual().run(database -> database.inTransaction(work));
  }

  /** The same for what is never refused: who sent a call for help. */
  public <T extends @Nullable Object> T asEngineUrgently(Function<Tx, T> work) {
    return lanes.urgent().run(database -> database.inTransaction(work));
  }

  /** Waits for what others do already, as long as a request may take. */
  public <T> T waitFor(CompletableFuture<T> work) {
    return lanes.urgent().patience().waitFor(work);
  }

  private Answer once(Tx tx, OrganisationId organisation, Received in, Work work) {
    Optional<UUID> key = in.idempotencyKey();
    if (key.isEmpty()) {
      return work.run(tx, EventId.next());
    }
    boolean locked =
        tx.sql(LOCK)
            .param("organisation", organisation.toString())
            .param("key", key.get().toString())
            .query(Boolean.class)
            .single();
    if (!locked) {
      throw Refusal.of(ProblemKind.STILL_BUSY, "The same act is being handled; ask again soon.");
    }
    return repeatOrRun(tx, organisation, in, key.get(), work);
  }

  private Answer repeatOrRun(Tx tx, OrganisationId organisation, Received in, UUID key, Work work) {
    byte[] requestHash = requestHash(in);
    Optional<Given> given = find(tx, organisation, key);
    if (given.isPresent()) {
      if (MessageDigest.isEqual(given.get().requestHash(), requestHash)) {
        byte[] json = SealedAnswer.open(key, given.get().answer());
        return new Answer(given.get().status(), new Answer.Rendered(json), null);
      }
      if (in.operation().neverRefused()) {
        // A key used twice by mistake must not cost a call for help: it is an act of its own.
        return work.run(tx, EventId.next());
      }
      throw Refusal.of(ProblemKind.KEY_USED, "This Idempotency-Key was used for another request.");
    }
    Answer answer = work.run(tx, new EventId(key));
    store(tx, organisation, key, requestHash, answer);
    return answer;
  }

  private static Optional<Given> find(Tx tx, OrganisationId organisation, UUID key) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("key", SealedAnswer.keyHash(key))
        .query((row, n) ->
            new Given(row.getBytes("request_hash"), row.getInt("status"), row.getBytes("answer")))
        .optional();
  }

  private void store(
      Tx tx, OrganisationId organisation, UUID key, byte[] requestHash, Answer answer) {
    Instant now = clock.instant();
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", organisation.value())
            .param("key", SealedAnswer.keyHash(key))
            .param("request", requestHash)
            .param("status", answer.status())
            .param("answer", SealedAnswer.close(key, answer.body()))
            .param("now", now.atOffset(ZoneOffset.UTC)),
        "store an answer");
    tx.sql(FORGET)
        .param("organisation", organisation.value())
        .param("old", now.minus(KEPT).atOffset(ZoneOffset.UTC))
        .param("limit", FORGET_AT_ONCE)
        .update();
  }

  private static byte[] requestHash(Received in) {
    // A phone may repeat a panic after its session ended, so there the sender does not count.
    String sender =
        in.operation().neverRefused()
            ? ""
            : in.callerIfKnown().map(c -> c.person().toString()).orElse("watch key");
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      String what = in.operation().id() + "\n" + in.path() + "\n" + sender + "\n";
      hash.update(what.getBytes(StandardCharsets.UTF_8));
      return hash.digest(in.rawBody());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
