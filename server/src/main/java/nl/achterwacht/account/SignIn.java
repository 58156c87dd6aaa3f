package nl.achterwacht.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import nl.achterwacht.base.Database;

/** Signing in with a user name and a password. The only place with a limit on how often. */
public final class SignIn {
  private final Database database;
  private final InstantSource clock;
  private final AccountRegister accounts;
  private final SessionRegister sessions;

  public SignIn(
      Database database, InstantSource clock, AccountRegister accounts, SessionRegister sessions) {
    this.database = database;
    this.clock = clock;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** Right. */
    record SignedIn(OpenedSession opened) implements Answer {}

    /** Unknown name or wrong password; never said which. */
    record Wrong() implements Answer {}

    /** Too many wrong ones before this; not looked at. */
    record TooOften(Duration retryAfter) implements Answer {}
  }

  /**
   * Signs in.
   *
   * @param address where the request came from, to count failures by
   */
  public Answer withPassword(String userName, String password, String address) {
    Optional<Duration> wait =
        database.inTransaction(tx -> SignInLimit.count(tx, userName, address, clock.instant()));
    if (wait.isPresent()) {
      return new Answer.TooOften(wait.get());
    }
    // The slow part runs outside any transaction: it may not hold a connection.
    Optional<Login> login = accounts.proven(userName, password);
    if (login.isEmpty()) {
      return new Answer.Wrong();
    }
    return database.inTransaction(tx -> {
      SignInLimit.takeBack(tx, userName, address);
      return new Answer.SignedIn(sessions.open(tx, login.get()));
    });
  }
}
