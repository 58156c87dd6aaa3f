package nl.achterwacht.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real program, with the settings of production, in folders of its own. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalPostgresTest {
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("achterwacht-postgres-");
  }

  @AfterEach
  void deleteFolder() throws IOException {
    Folders.delete(folder);
  }

  @Test
  void itIsSetUpToLoseNothingAndToAdmitNobodyElse() throws Exception {
    try (var postgres = start()) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
      assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(postgres, "select datlocale from pg_database where datname = 'achterwacht'"))
          .isEqualTo("nl-NL");
      assertThat(ask(postgres, "select left(rolpassword, 13) from pg_authid where rolcanlogin"))
          .isEqualTo("SCRAM-SHA-256");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("password"))))
          .isEqualTo("rw-------");
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void whatWasCommittedIsThereAfterARestart() throws Exception {
    try (var postgres = start()) {
      storeRow(postgres);
    }
    try (var postgres = start()) {
      assertThat(rows(postgres)).isEqualTo(1);
    }
  }

  @Test
  void aSecondServerOnTheSameFolderIsRefusedAndHarmsNothing() throws Exception {
    try (var postgres = start()) {
      String pid = Long.toString(ProcessHandle.current().pid());
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(this::start)
            .isInstanceOf(DatabaseUnusable.class)
            .hasMessageContaining("process " + pid)
            .hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> ServerProcess.start(folder))
            .hasMessageContaining("Another Achterwacht server (process " + pid + ")");
      }
      storeRow(postgres);
      assertThat(rows(postgres)).isEqualTo(1);
    }
  }

  @Test
  void aKilledDatabaseComesBackByItselfOnTheSamePort() throws Exception {
    try (var postgres = start()) {
      storeRow(postgres);
      postgres.process().destroyForcibly();
      assertThat(rowsOnceBack(postgres)).isEqualTo(1);
    }
  }

  @Test
  void aKilledServerLosesNothing() throws Exception {
    try (var server = ServerProcess.start(folder)) {
      storeRow(server.url());
      server.process().destroyForcibly();
      server.process().onExit().join();
    }
    try (var postgres = start()) {
      assertThat(rows(postgres)).isEqualTo(1);
    }
  }

  @Test
  void aKilledServerTakesItsDatabaseAlong() throws Exception {
    try (var server = ServerProcess.start(folder)) {
      ProcessHandle database = ProcessHandle.of(server.database()).orElseThrow();
      server.process().destroyForcibly();
      assertThat(database.onExit()).succeedsWithin(Duration.ofSeconds(60));
    }
  }

  @Test
  void serverAndDatabaseKilledTogetherLoseNothing() throws Exception {
    try (var server = ServerProcess.start(folder)) {
      storeRow(server.url());
      ProcessHandle database = ProcessHandle.of(server.database()).orElseThrow();
      database.destroyForcibly();
      server.process().destroyForcibly();
      database.onExit().join();
      server.process().onExit().join();
    }
    assertThat(folder.resolve("postgres/postmaster.pid")).exists();
    try (var postgres = start()) {
      assertThat(rows(postgres)).isEqualTo(1);
    }
  }

  @Test
  void aDatabaseThatOutlivedItsServerIsStoppedFirst() throws Exception {
    start().close();
    Process orphan = startWithoutServer();
    try (var postgres = start()) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(rows(postgres)).isEqualTo(0);
    }
  }

  @Test
  void anotherProcessWithTheNumberOfADeadDatabaseIsLeftAlone() throws Exception {
    start().close();
    Process stranger = new ProcessBuilder("sleep", "300").start();
    try {
      Files.writeString(
          folder.resolve("postgres/postmaster.pid"),
          stranger.pid() + "\n" + folder.resolve("postgres") + "\n1\n5432\n\n\n0 0\nready\n");
      try (var postgres = start()) {
        assertThat(rows(postgres)).isEqualTo(0);
        assertThat(stranger.isAlive()).isTrue();
      }
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void whenItsPortIsTakenItChoosesAnotherAndRemembersIt() throws Exception {
    int first;
    try (var postgres = start()) {
      first = postgres.port();
    }
    int second;
    try (var _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress());
        var postgres = start()) {
      second = postgres.port();
      assertThat(second).isNotEqualTo(first);
    }
    try (var postgres = start()) {
      assertThat(postgres.port()).isEqualTo(second);
    }
  }

  @Test
  void anUnfinishedFirstStartIsDoneAgain() throws Exception {
    Files.createDirectories(folder.resolve("postgres.new/base"));
    Files.writeString(folder.resolve("postgres.new/PG_VERSION"), "18\n");
    Files.writeString(folder.resolve("password"), "of the unfinished start\n");
    try (var postgres = start()) {
      assertThat(rows(postgres)).isEqualTo(0);
    }
  }

  @Test
  void aFolderOfAnotherVersionIsRefusedInPlainWords() throws Exception {
    start().close();
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "12\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("made by PostgreSQL 12, and this server brings PostgreSQL 18");
  }

  @Test
  void rootWithoutNamespacesRunsItAsNobody() throws Exception {
    assumeTrue(RunAs.fitting() != RunAs.SELF, "only root can");
    Path programs = folder.resolve("program");
    try (var postgres = LocalPostgres.start(folder, programs, RunAs.NOBODY, List.of())) {
      assertThat(postgres.process().info().user()).hasValue("nobody");
      storeRow(postgres);
    }
    try (var postgres = LocalPostgres.start(folder, programs, RunAs.fitting(), List.of())) {
      assertThat(rows(postgres)).isEqualTo(1);
    }
  }

  @Test
  void anOrdinaryUserCanRunItToo() throws Exception {
    assumeTrue(RunAs.fitting() != RunAs.SELF, "all other tests show it when not root");
    var nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
    String classPath = ServerProcess.readableClassPath(folder);
    RunAs.NOBODY.own(folder);
    Path mine = folder.resolve("mine");
    Path programs = folder.resolve("programs");
    try (var server = ServerProcess.start(mine, programs, nobody, classPath)) {
      assertThat(server.user()).isEqualTo("nobody");
      try (var connection = connect(server.url(), mine)) {
        storeRow(connection);
      }
    }
    try (var server = ServerProcess.start(mine, programs, nobody, classPath);
        var connection = connect(server.url(), mine)) {
      assertThat(ask(connection, "select count(*) from kept")).isEqualTo("1");
    }
  }

  private LocalPostgres start() {
    return LocalPostgres.start(folder, TestDatabase.programs(), RunAs.fitting(), List.of());
  }

  private Process startWithoutServer() throws Exception {
    var binaries = Binaries.unpackedIn(TestDatabase.programs());
    var data = folder.toRealPath().resolve("postgres").toString();
    String port = Integer.toString(new Cluster(folder).lastPort());
    Process process =
        new ProcessBuilder(
                RunAs.fitting()
                    .command(
                        List.of(
                            binaries.program("postgres"),
                            "-D",
                            data,
                            "-p",
                            port,
                            "-c",
                            "unix_socket_directories=")))
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader()) {
      assertThat(output.lines().anyMatch(line -> line.contains("ready to accept"))).isTrue();
    }
    return process;
  }

  private void storeRow(LocalPostgres postgres) throws Exception {
    storeRow(postgres.jdbcUrl());
  }

  private void storeRow(String url) throws Exception {
    try (var connection = connect(url, folder)) {
      storeRow(connection);
    }
  }

  private static void storeRow(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (id int)");
      statement.execute("insert into kept values (1)");
    }
  }

  private long rows(LocalPostgres postgres) throws Exception {
    boolean none = ask(postgres, "select to_regclass('kept') is null").equals("t");
    return none ? 0 : Long.parseLong(ask(postgres, "select count(*) from kept"));
  }

  /** Every new connection fails until then; how long that may take is up to the test's limit. */
  private long rowsOnceBack(LocalPostgres postgres) throws Exception {
    while (true) {
      try {
        return rows(postgres);
      } catch (SQLException e) {
        assertThat(e.getSQLState()).matches("08...|57P0.");
      }
    }
  }

  private String ask(LocalPostgres postgres, String sql) throws Exception {
    try (var connection = connect(postgres.jdbcUrl(), folder)) {
      return ask(connection, sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(String url, Path folder) throws Exception {
    return DriverManager.getConnection(url, Cluster.USER, new Cluster(folder).password());
  }
}
