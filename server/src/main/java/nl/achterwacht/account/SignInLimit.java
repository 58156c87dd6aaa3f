package nl.achterwacht.account;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.achterwacht.base.Tx;

/**
 * How often signing in may fail: ten times in a quarter of an hour for a name from one address,
 * fifty for a name from anywhere (so that a stranger cannot lock somebody out with ten tries) and a
 * hundred for an address. Kept in the database, so it holds over all servers.
 */
final class SignInLimit {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int FORGET_AT_ONCE = 20;

  // A row is locked by its own update, so two tries at once are both counted.
  private static final String COUNT =
      """
      insert into account.failed_sign_in as f (hash, failures, since)
      values (:hash, 1, :now)
          on conflict (hash) do update
         set failures = case when f.since <= :old then 1 else f.failures + 1 end,
             since    = case when f.since <= :old then :now else f.since end
      returning failures, since
      """;
  private static final String TAKE_BACK =
      """
      update account.failed_sign_in
         set failures = failures - 1
       where hash = :hash
         and failures > 0
      """;
  private static final String FORGET =
      """
      delete from account.failed_sign_in
       where hash in (select hash
                        from account.failed_sign_in
                       where since <= :old
                       order by since
                       limit :limit
                         for update skip locked)
      """;

  private SignInLimit() {}

  private record Counter(String what, int most) {
    byte[] hash() {
      return Secret.sha256(what);
    }
  }

  private record Counted(int failures, Instant since) {}

  /**
   * Counts a try before it is judged, so that a hundred at once are a hundred.
   *
   * @return how long to wait before the next try, when this one is over the limit
   */
  static Optional<Duration> count(Tx tx, String userName, String address, Instant now) {
    tx.sql(FORGET).param("old", at(now.minus(WINDOW))).param("limit", FORGET_AT_ONCE).update();
    Optional<Duration> wait = Optional.empty();
    for (Counter counter : counters(userName, address)) {
      Counted counted =
          tx.sql(COUNT)
              .param("hash", counter.hash())
              .param("now", at(now))
              .param("old", at(now.minus(WINDOW)))
              .query((row, n) ->
                  new Counted(
                      row.getInt("failures"),
                      row.getObject("since", OffsetDateTime.class).toInstant()))
              .single();
      if (counted.failures() > counter.most()) {
        Duration left = Duration.between(now, counted.since().plus(WINDOW));
        wait = wait.filter(w -> w.compareTo(left) >= 0).or(() -> Optional.of(left));
      }
    }
    return wait;
  }

  /** The try was right after all. */
  static void takeBack(Tx tx, String userName, String address) {
    for (Counter counter : counters(userName, address)) {
      tx.sql(TAKE_BACK).param("hash", counter.hash()).update();
    }
  }

  private static List<Counter> counters(String userName, String address) {
    String name = userName.toLowerCase(Locale.ROOT);
    var counters = new ArrayList<Counter>();
    // Without a name (a passkey) only the address counts.
    counters.add(new Counter("address:" + address, 100));
    if (!name.isEmpty()) {
      counters.add(new Counter("name:" + name, 50));
      counters.add(new Counter("both:" + name + "@" + address, 10));
    }
    // Always in the same order, or two sign-ins at once could wait for each other.
    return counters;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
