package nl.achterwacht.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import nl.achterwacht.account.AccountRegister;
import nl.achterwacht.account.FirstPassword;
import nl.achterwacht.account.NewAccount;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.LocalPostgres;
import nl.achterwacht.postgres.Migrations;

/**
 * {@code create-organisation NAME} and {@code create-administrator --organisation … --user …}. For
 * the embedded database the server must be stopped; for an own one give {@code --database-url},
 * {@code --database-user} and the password in {@code ACHTERWACHT_DATABASE_PASSWORD}. There is no
 * default password: it is read from the input, or made up and shown once.
 */
final class MakeCommands {
  private static final int USAGE = 2;
  private static final int REFUSED = 1;

  private final PeopleRegister people = new PeopleRegister();
  private final PrintStream out;

  private MakeCommands(PrintStream out) {
    this.out = out;
  }

  /** Runs the command; returns what the program should exit with. */
  static int run(String command, List<String> words) {
    var commands = new MakeCommands(System.out);
    Map<String, String> given = options(words);
    return switch (command) {
      case "create-organisation" -> commands.withDatabase(given, db -> commands.make(db, given));
      case "create-administrator" ->
          commands.withDatabase(given, db -> commands.makeAdministrator(db, given));
      default -> USAGE;
    };
  }

  private int withDatabase(Map<String, String> given, ToIntFunction<Database> work) {
    if (given.containsKey("database-url")) {
      var address =
          new DatabaseAddress(
              given.getOrDefault("database-url", ""),
              given.getOrDefault("database-user", "achterwacht"),
              Optional.ofNullable(System.getenv("ACHTERWACHT_DATABASE_PASSWORD")).orElse(""));
      return work(address.url(), address.user(), address.password(), work);
    }
    try (var postgres = LocalPostgres.start(Path.of(given.getOrDefault("data", "data")))) {
      return work(postgres.jdbcUrl(), postgres.user(), postgres.password(), work);
    }
  }

  private static int work(String url, String user, String password, ToIntFunction<Database> work) {
    try (var pool = new HikariDataSource()) {
      pool.setJdbcUrl(url);
      pool.setUsername(user);
      pool.setPassword(password);
      pool.setMaximumPoolSize(4);
      Migrations.migrate(pool);
      return work.applyAsInt(new Database(pool));
    }
  }

  private int make(Database database, Map<String, String> given) {
    String name = given.getOrDefault("", "").strip();
    if (name.isEmpty()) {
      out.println(
          "Say which: create-organisation \"Gemeente Voorbeeldstad\" [--call-instead +31…]");
      return USAGE;
    }
    if (database.inTransaction(people::organisations).stream()
        .anyMatch(Organisation::exampleTown)) {
      out.println(
          "This database holds the example town, whose passwords everybody knows."
              + " Begin with an empty one: --data=FOLDER");
      return REFUSED;
    }
    if (find(database, name).isPresent()) {
      out.println("There is an organisation with this name already: " + name);
      return REFUSED;
    }
    var organisation =
        new Organisation(OrganisationId.next(), name, given.get("call-instead"), false);
    database.inTransactionDo(tx -> {
      people.addOrganisation(tx, organisation);
      people.addTeam(tx, organisation.id(), new PeopleRegister.Team(TeamId.next(), "Eerste team"));
    });
    out.println(
        "Made " + name + ". Now: create-administrator --organisation \"" + name + "\" --user …");
    return 0;
  }

  private int makeAdministrator(Database database, Map<String, String> given) {
    String user = given.getOrDefault("user", "").strip();
    Optional<Organisation> organisation =
        find(database, given.getOrDefault("organisation", "").strip());
    if (user.length() < 3 || organisation.isEmpty()) {
      out.println(
          "Say which: create-administrator --organisation NAME --user E-MAIL [--name NAME]");
      return USAGE;
    }
    Optional<String> typed = passwordFromInput();
    String password = typed.orElseGet(MakeCommands::madeUp);
    String name = given.getOrDefault("name", user);
    var accounts = new AccountRegister(database);
    Optional<FirstPassword> first = accounts.firstPassword(user, password);
    if (first.isEmpty()) {
      out.println("A password has " + AccountRegister.PASSWORD_SIGNS + " signs or more.");
      return REFUSED;
    }
    try {
      database.inTransactionDo(
          tx -> add(tx, accounts, organisation.get(), user, name, first.get()));
    } catch (NameTaken e) {
      out.println("This user name is in use: " + user);
      return REFUSED;
    }
    out.println("Made administrator " + user + " of " + organisation.get().name() + ".");
    if (typed.isEmpty()) {
      out.println("First password, shown this once: " + password);
    }
    return 0;
  }

  private void add(
      Tx tx,
      AccountRegister accounts,
      Organisation organisation,
      String user,
      String name,
      FirstPassword password) {
    TeamId team =
        people.teams(tx, organisation.id()).stream()
            .findFirst()
            .map(PeopleRegister.Team::id)
            .orElseThrow(() -> new IllegalStateException("this organisation has no team"));
    var person =
        new Person(
            organisation.id(),
            PersonId.next(),
            team,
            name,
            null,
            "nl",
            List.of("administrator"),
            null);
    people.addPerson(tx, person);
    var account = new NewAccount(organisation.id(), person.id(), user, password);
    if (!accounts.create(tx, account)) {
      throw new NameTaken(); // and so the person is not made either
    }
  }

  /** Takes the transaction back. */
  private static final class NameTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Optional<Organisation> find(Database database, String name) {
    return database.inTransaction(people::organisations).stream()
        .filter(organisation -> organisation.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** From the keyboard without showing it, or the first line of what is piped in. */
  private static Optional<String> passwordFromInput() {
    Optional<Console> keyboard = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (keyboard.isPresent()) {
      char[] typed = keyboard.get().readPassword("Password (empty: one is made up): ");
      return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(new String(typed));
    }
    try {
      var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = input.ready() ? input.readLine() : null;
      return line == null || line.isBlank() ? Optional.empty() : Optional.of(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String madeUp() {
    byte[] random = new byte[15];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** {@code --name value} and {@code --name=value}; what stands alone is under the empty name. */
  private static Map<String, String> options(List<String> words) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      if (!word.startsWith("--")) {
        given.put("", word);
      } else if (equals > 0) {
        given.put(word.substring(2, equals), word.substring(equals + 1));
      } else if (i + 1 < words.size()) {
        given.put(word.substring(2), words.get(++i));
      }
    }
    return given;
  }
}
