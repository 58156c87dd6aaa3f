package nl.achterwacht.faults;

import static nl.achterwacht.faults.Crowd.park;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.achterwacht.notify.mail.ScriptedSmtp;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.process.Phone;
import nl.achterwacht.process.RunningServer;
import nl.achterwacht.process.SmallTown.Team;

/** The network is cut, a name server is slow, a mail server hangs. */
final class NetworkFaults {
  /** A second address of this machine, on which only the server that is cut off looks. */
  static final String OTHER_ADDRESS = "127.0.0.3";

  private static final Duration CUT = Duration.ofSeconds(60);
  private static final Duration HANGS = Duration.ofSeconds(40);
  private static final Pattern MESSAGE_ID = Pattern.compile("Message-ID: <([^@]+)@.*");

  private NetworkFaults() {}

  static DatabaseAddress byOtherAddress(DatabaseAddress address) {
    String url = address.url().replace("127.0.0.1", OTHER_ADDRESS);
    return new DatabaseAddress(url, address.user(), address.password());
  }

  /** Between the first server and the database, for a minute. */
  static void cut(Scene scene) throws IOException, InterruptedException {
    scene.beginDay(Duration.ofSeconds(60));
    scene.fallSilent(120, Duration.ofSeconds(2), Duration.ofMillis(600));
    RunningServer one = scene.server(0);
    park(Duration.ofSeconds(5));
    int port = URI.create(scene.address().url().substring("jdbc:".length())).getPort();
    Machine.cut(OTHER_ADDRESS, port);
    try {
      park(Duration.ofSeconds(10));
      scene.require(new Phone(one).get("/readyz").status() == 503, "it still reaches its database");
      park(CUT.minusSeconds(10));
    } finally {
      Machine.heal();
    }
    long healed = System.nanoTime();
    scene.until(() -> new Phone(one).get("/readyz").status() == 200);
    scene.note(
        "ready again %d ms after the cut was healed",
        Duration.ofNanos(System.nanoTime() - healed).toMillis());
  }

  /** Everybody has a mailbox too; five teams have nothing else. */
  static ScriptedSmtp addMail(Scene scene, Map<String, String> script) {
    ScriptedSmtp server = scene.closeLater(ScriptedSmtp.saying(script));
    scene.lettersArriveAt(() -> letters(server));
    var people = new PeopleRegister();
    List<Team> teams = scene.town().teams();
    scene
        .town()
        .database()
        .inTransactionDo(tx -> {
          for (Team team : teams) {
            String address = team.phone() + "@kleinstad.example";
            people.addContact(
                tx,
                scene.town().organisation(),
                team.standby(),
                "email",
                address,
                "mail",
                scene.town().now());
          }
          tx.sql(
                  """
                  delete from people.contact
                   where channel = 'web-push'
                     and person_id = any (:people)
                  """)
              .param("people", tx.uuids(teams.stream().limit(5).map(Team::standby).toList()))
              .update();
        });
    return server;
  }

  static String[] mailSettings(String host, ScriptedSmtp server) {
    return new String[] {
      "--achterwacht.mail.host=" + host,
      "--achterwacht.mail.port=" + server.port(),
      "--achterwacht.mail.security=none"
    };
  }

  static void mailServerHangs(Scene scene, ScriptedSmtp mail, Map<String, String> script) {
    scene.beginDay(Duration.ofSeconds(30));
    scene.fallSilent(100, Duration.ofSeconds(2), Duration.ofMillis(250));
    park(HANGS);
    int connections = mail.connections();
    scene.require(
        connections > 0 && scene.letters().isEmpty(), "nobody connected, or a letter arrived");
    script.clear();
    scene.note("it took %d connections and said nothing", connections);
  }

  /** Names for the mail server and the webhook that only a name server knows. */
  static void useNames(Scene scene) {
    scene
        .town()
        .database()
        .inTransactionDo(tx ->
            tx.sql(
                    """
                    update notify.webhook
                       set url = replace(url, '//localhost:', '//hooks.kleinstad.example:')
                    """)
                .update());
  }

  static void nameServerSlow(Scene scene, NameServer names) {
    scene.beginDay(Duration.ofSeconds(40));
    scene.fallSilent(100, Duration.ofSeconds(2), Duration.ofMillis(400));
    park(Duration.ofSeconds(35));
    int asked = names.asked();
    scene.require(asked > 0 && scene.letters().isEmpty(), "nobody asked it, or a letter arrived");
    names.answersAfter(Duration.ofSeconds(4));
    park(Duration.ofSeconds(15));
    names.answersAfter(Duration.ZERO);
    scene.note("%d questions without an answer, then each after 4 s", asked);
  }

  private static Map<String, Integer> letters(ScriptedSmtp server) {
    Map<String, Integer> keys = new TreeMap<>();
    for (String line : server.heard()) {
      Matcher id = MESSAGE_ID.matcher(line);
      if (id.matches()) {
        keys.merge(id.group(1), 1, Integer::sum);
      }
    }
    return keys;
  }
}
