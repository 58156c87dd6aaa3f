package nl.achterwacht.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Backup and restore with the real program, under load and after damage. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackupsTest {
  private Path place;
  private Path folder;
  private Path file;
  private Path elsewhere;

  @BeforeEach
  void makeFolder() throws IOException {
    place = Files.createTempDirectory("achterwacht-backup-");
    folder = Files.createDirectory(place.resolve("live"));
    Files.createSymbolicLink(folder.resolve("program"), TestDatabase.programs());
    file = place.resolve("backup.tar.gz");
    elsewhere = place.resolve("elsewhere");
  }

  @AfterEach
  void deleteFolder() throws IOException {
    Folders.delete(place);
  }

  @Test
  void aBackupMadeWhileWritingHoldsAllThatWasCommittedBeforeIt() throws Exception {
    long before;
    try (var postgres = LocalPostgres.start(folder);
        var writer = new Writer(postgres)) {
      writer.hasWritten(500);
      before = writer.pairs.get();
      Backups.backup(folder, file);
      writer.hasWritten(writer.pairs.get() + 1);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Backups.restore(file, elsewhere);

    try (var restored = LocalPostgres.start(elsewhere);
        var connection = connect(restored)) {
      assertThat(ask(connection, "select count(*) from pair")).isGreaterThanOrEqualTo(before);
      // Each transaction wrote one row in both tables: half of one would be seen here.
      assertThat(
              ask(
                  connection,
                  "select count(*) from pair full join other using (id)"
                      + " where pair.id is null or other.id is null"))
          .isEqualTo(0);
      assertThat(
              ask(connection, "select count(*) from pg_stat_database where checksum_failures > 0"))
          .isEqualTo(0);
    }
  }

  @Test
  void aStoppedServerCanBeBackedUpToo() throws Exception {
    try (var postgres = LocalPostgres.start(folder);
        var writer = new Writer(postgres)) {
      writer.hasWritten(10);
    }
    Backups.backup(folder, file);
    Backups.restore(file, elsewhere);
    try (var restored = LocalPostgres.start(elsewhere);
        var connection = connect(restored)) {
      assertThat(ask(connection, "select count(*) from pair")).isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void aDamagedOrShortenedBackupIsRefusedAndLeavesNothingBehind() throws Exception {
    LocalPostgres.start(folder).close();
    Backups.backup(folder, file);
    byte[] whole = Files.readAllBytes(file);

    for (int length : new int[] {whole.length - 2000, 0}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused();
    }
    for (int i = 1; i < 4; i++) {
      byte[] damaged = whole.clone();
      damaged[whole.length / 4 * i] ^= 0x10;
      Files.write(file, damaged);
      assertRefused();
    }
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    LocalPostgres.start(folder).close();
    Backups.backup(folder, file);
    assertThatThrownBy(() -> Backups.backup(folder, file)).hasMessageContaining("already a file");
    assertThatThrownBy(() -> Backups.restore(file, folder)).hasMessageContaining("not empty");
    LocalPostgres.start(folder).close();
  }

  private void assertRefused() throws IOException {
    assertThatThrownBy(() -> Backups.restore(file, elsewhere)).isInstanceOf(BackupDamaged.class);
    assertThat(Folders.isEmpty(elsewhere)).isTrue();
  }

  private static Connection connect(LocalPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  private static long ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }

  /** Keeps committing one row to each of two tables. */
  private static final class Writer implements AutoCloseable {
    final AtomicLong pairs = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();
    private final CompletableFuture<Void> work;

    Writer(LocalPostgres postgres) {
      work = CompletableFuture.runAsync(() -> write(postgres));
    }

    private void write(LocalPostgres postgres) {
      try (var connection = connect(postgres);
          var statement = connection.createStatement()) {
        statement.execute("create table pair (id bigint, text text)");
        statement.execute("create table other (id bigint, text text)");
        connection.setAutoCommit(false);
        while (!done.get()) {
          long id = pairs.get() + 1;
          statement.execute("insert into pair values (" + id + ", repeat('a', 500))");
          statement.execute("insert into other values (" + id + ", repeat('b', 500))");
          connection.commit();
          pairs.set(id);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Waits for it; how long that may take is up to the test's limit. */
    void hasWritten(long count) {
      while (pairs.get() < count && !work.isDone()) {
        Thread.onSpinWait();
      }
      assertThat(pairs.get()).isGreaterThanOrEqualTo(count);
    }

    @Override
    public void close() {
      done.set(true);
      work.join();
    }
  }
}
