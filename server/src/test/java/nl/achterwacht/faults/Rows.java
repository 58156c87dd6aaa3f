package nl.achterwacht.faults;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.achterwacht.notify.mail.ScriptedSmtp;
import nl.achterwacht.postgres.DataFolder;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.RunningServer;

/** All rows of the table, each with the town it happens in. */
final class Rows {
  static final String METERS = "--management.endpoints.web.exposure.include=metrics";
  private static final int SMALL_DISK_MB = 450;

  // On a busy machine libfaketime itself makes the server slow: it costs every look at the clock.
  private static final Duration CLOCK_BOUND = ofSeconds(10);

  private final OutsidePostgres postgres =
      OutsidePostgres.with("listen_addresses=127.0.0.1," + NetworkFaults.OTHER_ADDRESS);

  private final Path folder;

  Rows() throws IOException {
    folder = Files.createTempDirectory("achterwacht-faults-");
  }

  List<Row> all() {
    Path fakeTime = folder.resolve("time");
    Path disk = folder.resolve("disk");
    return List.of(
        new Row(
            "kill-server",
            "kill -9 one of two servers in a storm; another starts 5 s later",
            ofSeconds(45),
            this::two,
            ServerFaults::killed),
        new Row(
            "kill-postgres",
            "kill -9 PostgreSQL in a storm, two servers; back after 5 s",
            ofSeconds(45),
            this::two,
            scene -> DatabaseFaults.killed(scene, postgres)),
        onBoard(),
        new Row(
            "freeze-claims",
            "SIGSTOP one of two servers with claimed messages, 45 s, SIGCONT",
            ofSeconds(45),
            this::two,
            ServerFaults::frozenWithClaims),
        new Row(
            "freeze-locks",
            "SIGSTOP one of two servers in a transaction, 45 s, SIGCONT",
            ofSeconds(20),
            this::two,
            ServerFaults::frozenWithLocks),
        new Row(
            "clock-forward",
            "wall clock of one of two servers +2 h for 15 s, then back",
            CLOCK_BOUND,
            () -> withFakeTime(fakeTime),
            scene -> ServerFaults.clockJumps(scene, fakeTime, ofHours(2))),
        new Row(
            "clock-back",
            "wall clock of one of two servers -1 h for 15 s, then forward",
            CLOCK_BOUND,
            () -> withFakeTime(fakeTime),
            scene -> ServerFaults.clockJumps(scene, fakeTime, ofHours(-1))),
        new Row(
            "disk-full",
            "no room in tables for 15 s, then none for the log for 15 s; database on board",
            ofSeconds(60),
            () -> onSmallDisk(disk),
            scene -> DatabaseFaults.diskFull(scene, disk)),
        new Row(
            "pool-exhausted",
            "an outside session locks the rows of 12 signing watches for 40 s",
            ofSeconds(10),
            () -> one(METERS),
            DatabaseFaults::rowsHeld),
        mailHangs(),
        slowNames(),
        new Row(
            "cut-one",
            "one of two servers cut off from the database, silently, 60 s",
            ofSeconds(45),
            () -> cutOff(true),
            NetworkFaults::cut),
        new Row(
            "cut-only",
            "the only server cut off from the database, silently, 60 s",
            ofSeconds(90),
            () -> cutOff(false),
            NetworkFaults::cut),
        new Row(
            "control",
            "nothing is broken; then the books are forged in 12 ways, each to be found",
            ofSeconds(10),
            this::one,
            Control::quiet,
            Control::finds));
  }

  private Scene one(String... settings) {
    var scene = new Scene(postgres.newDatabase());
    scene.with(RunningServer.on(scene.address(), settings));
    return scene;
  }

  private Scene two() {
    Scene scene = one();
    scene.with(RunningServer.on(scene.address()));
    return scene;
  }

  private Scene withFakeTime(Path file) throws IOException {
    var scene = new Scene(postgres.newDatabase());
    ServerFaults.withFakeTime(scene, file);
    scene.with(RunningServer.on(scene.address()));
    return scene;
  }

  private Scene cutOff(boolean another) {
    DatabaseAddress address = postgres.newDatabase();
    var scene = new Scene(address);
    scene.with(RunningServer.on(NetworkFaults.byOtherAddress(address)));
    if (another) {
      scene.with(RunningServer.on(address));
    }
    return scene;
  }

  private Row mailHangs() {
    Map<String, String> script = new ConcurrentHashMap<>();
    var mail = new ScriptedSmtp[1];
    return new Row(
        "smtp-hangs",
        "mail server says nothing for 40 s; 5 of 20 teams have only mail",
        ofSeconds(25),
        () -> {
          script.put("CONNECT", ScriptedSmtp.SAY_NOTHING);
          var scene = new Scene(postgres.newDatabase());
          mail[0] = NetworkFaults.addMail(scene, script);
          scene.with(
              RunningServer.on(scene.address(), NetworkFaults.mailSettings("localhost", mail[0])));
          return scene;
        },
        scene -> NetworkFaults.mailServerHangs(scene, mail[0], script));
  }

  private Row slowNames() {
    // Made with the row's town, and needed by its story.
    var names = new NameServer[1];
    return new Row(
        "slow-dns",
        "no answer to names of mail server and webhook for 35 s, then after 4 s",
        ofSeconds(25),
        () -> {
          Machine.requireOwnNetwork();
          var scene = new Scene(postgres.newDatabase());
          names[0] = scene.closeLater(new NameServer());
          names[0].saysNothing();
          ScriptedSmtp mail = NetworkFaults.addMail(scene, Map.of());
          NetworkFaults.useNames(scene);
          scene.with(
              RunningServer.on(
                  scene.address(), NetworkFaults.mailSettings("mail.kleinstad.example", mail)));
          return scene;
        },
        scene -> NetworkFaults.nameServerSlow(scene, names[0]));
  }

  private Row onBoard() {
    var data = new DataFolder[1];
    return new Row(
        "kill-both",
        "kill -9 the only server and its database on board; both back after 5 s",
        ofSeconds(60),
        () -> {
          data[0] = DataFolder.in(folder);
          return onBoard(data[0]);
        },
        scene -> DatabaseFaults.killedWithItsServer(scene, data[0]));
  }

  private static Scene onSmallDisk(Path disk) throws IOException, InterruptedException {
    Files.createDirectories(disk);
    Machine.mountSmallDisk(disk, SMALL_DISK_MB);
    Scene scene = onBoard(DataFolder.in(disk));
    return scene;
  }

  private static Scene onBoard(DataFolder data) throws IOException {
    RunningServer first = RunningServer.onBoard(data.path());
    var scene = new Scene(data.address());
    // A server that begins knows the numbers to call; one that runs may need a minute to hear.
    first.close();
    scene.with(RunningServer.onBoard(data.path()));
    return scene;
  }
}
