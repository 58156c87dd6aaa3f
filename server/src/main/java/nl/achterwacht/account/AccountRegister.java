package nl.achterwacht.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** Logins: a user name, unique over the whole installation, with a password. */
public final class AccountRegister {
  /** The fewest signs of a password. */
  public static final int PASSWORD_SIGNS = 12;

  private static final String BY_NAME =
      """
      select organisation_id, id, person_id, user_name, password_hash
        from account.login
       where lower(user_name) = :name
      """;
  private static final String BY_PERSON =
      """
      select organisation_id, id, person_id, user_name, password_hash
        from account.login
       where organisation_id = :organisation
         and person_id = :person
      """;
  private static final String INSERT =
      """
      insert into account.login (organisation_id, id, person_id, user_name, password_hash)
      values (:organisation, :id, :person, :name, :hash)
          on conflict do nothing
      """;

  private static final String USER_NAMES =
      """
      select person_id, user_name
        from account.login
       where organisation_id = :organisation
      """;

  private final Database database;
  private final SlowHash passwords;

  public AccountRegister(Database database) {
    this(database, SlowHash.forPasswords());
  }

  private AccountRegister(Database database, SlowHash passwords) {
    this.database = database;
    this.passwords = passwords;
  }

  /** For accounts whose password everybody knows: keeping it costs no work, nor does signing in. */
  public static AccountRegister ofPublicPasswords(Database database) {
    return new AccountRegister(database, SlowHash.forWhatEverybodyKnows());
  }

  /**
   * What is kept of the first password of {@code userName}; empty when it is shorter than {@link
   * #PASSWORD_SIGNS} or the user name itself. Slow, so in no transaction.
   */
  public Optional<FirstPassword> firstPassword(String userName, String password) {
    return isWeak(password, userName)
        ? Optional.empty()
        : Optional.of(new FirstPassword(passwords.of(password)));
  }

  /**
   * Makes an account, in the caller's transaction. False, and nothing was made, when somebody,
   * perhaps in another organisation, has this user name or the person has an account.
   */
  public boolean create(Tx tx, NewAccount account) {
    int made =
        tx.sql(INSERT)
            .param("organisation", account.organisation().value())
            .param("id", LoginId.next().value())
            .param("person", account.person().value())
            .param("name", account.userName())
            .param("hash", account.password().hash())
            .update();
    return made == 1;
  }

  /** By which user name each person signs in. */
  public Map<PersonId, List<String>> userNames(Tx tx, OrganisationId organisation) {
    Map<PersonId, List<String>> names = new HashMap<>();
    tx.sql(USER_NAMES)
        .param("organisation", organisation.value())
        .query(row -> {
          var person = new PersonId(row.getObject("person_id", UUID.class));
          names.put(person, List.of(row.getString("user_name")));
        });
    return names;
  }

  /** Whether {@code password} is the present one of this person. Slow, so in no transaction. */
  public boolean isPasswordOf(OrganisationId organisation, PersonId person, String password) {
    Optional<Known> known =
        database.inTransaction(tx ->
            tx.sql(BY_PERSON)
                .param("organisation", organisation.value())
                .param("person", person.value())
                .query(AccountRegister::read)
                .optional());
    return matches(known, password);
  }

  Optional<Login> proven(String userName, String password) {
    Optional<Known> known =
        database.inTransaction(tx ->
            tx.sql(BY_NAME)
                .param("name", userName.toLowerCase(Locale.ROOT))
                .query(AccountRegister::read)
                .optional());
    return matches(known, password) ? known.map(Known::login) : Optional.empty();
  }

  Optional<Login> loginOf(Tx tx, OrganisationId organisation, PersonId person) {
    return tx.sql(BY_PERSON)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .query(AccountRegister::read)
        .optional()
        .map(Known::login);
  }

  private boolean matches(Optional<Known> known, String password) {
    @Nullable String hash = known.map(Known::passwordHash).orElse(null);
    return passwords.matches(password, hash);
  }

  private static boolean isWeak(String password, String userName) {
    return password.length() < PASSWORD_SIGNS || password.equalsIgnoreCase(userName);
  }

  private static Known read(ResultSet row, int number) throws SQLException {
    return new Known(
        new Login(
            new OrganisationId(row.getObject("organisation_id", UUID.class)),
            new LoginId(row.getObject("id", UUID.class)),
            new PersonId(row.getObject("person_id", UUID.class)),
            row.getString("user_name")),
        row.getString("password_hash"));
  }

  private record Known(Login login, String passwordHash) {}
}
