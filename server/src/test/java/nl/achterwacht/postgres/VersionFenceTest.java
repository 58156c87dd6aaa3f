package nl.achterwacht.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.achterwacht.base.VersionFence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DESIGN 10: an old server stops waking rows after a migration. */
class VersionFenceTest {
  private static final String WAITING =
      """
      select count(*)
        from pg_locks
       where locktype = 'advisory'
         and not granted
         and database = (select oid from pg_database where datname = current_database())
      """;

  private final TestDatabase database = TestDatabase.create();
  private final int newest = newestKnown();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoKnowsEveryMigrationMayWake() {
    assertThat(newest).isGreaterThanOrEqualTo(30);
    assertThat(isOpen(new VersionFence(newest))).isTrue();
    assertThat(isOpen(new VersionFence(newest + 1))).as("the newer server").isTrue();
  }

  @Test
  void whoMissesTheNewestMigrationMayNot() {
    var fence = new VersionFence(newest - 1);
    assertThat(fence.isShut()).as("it was not asked yet").isFalse();
    assertThat(isOpen(fence)).isFalse();
    assertThat(fence.isShut()).isTrue();
    assertThat(isOpen(fence)).isFalse();
  }

  @Test
  void aMigrationWaitsForWhoClaimsAndWhoClaimsNextFindsTheFenceShut() throws Exception {
    var fence = new VersionFence(newest);
    var claimed = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> waker =
          threads.submit(() ->
              database
                  .database()
                  .inTransaction(tx -> {
                    boolean open = fence.isOpen(tx);
                    claimed.countDown();
                    awaitQuietly(goOn);
                    return open;
                  }));
      claimed.await();
      Future<Integer> newer = threads.submit(this::migrateAsANewerServer);
      await().atMost(Duration.ofSeconds(30)).until(() -> waitingForTheLock() == 1);
      Future<Boolean> next = threads.submit(() -> isOpen(fence));
      await().atMost(Duration.ofSeconds(30)).until(() -> waitingForTheLock() == 2);
      assertThat(newer.isDone()).isFalse();
      goOn.countDown();

      assertThat(waker.get()).isTrue();
      assertThat(newer.get()).isEqualTo(1);
      assertThat(next.get()).as("asked before the migration, answered after it").isFalse();
    }
  }

  private int migrateAsANewerServer() {
    try (HikariDataSource pool = pool()) {
      return Migrations.migrateAlsoFrom("classpath:newer/db", pool);
    }
  }

  private int newestKnown() {
    try (HikariDataSource pool = pool()) {
      return Migrations.newestKnown(pool);
    }
  }

  private boolean isOpen(VersionFence fence) {
    return database.database().inTransaction(fence::isOpen);
  }

  private long waitingForTheLock() {
    return database.database().inTransaction(tx -> tx.sql(WAITING).query(Long.class).single());
  }

  private HikariDataSource pool() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(TestDatabase.user());
    pool.setPassword(TestDatabase.password());
    pool.setMaximumPoolSize(4);
    return pool;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
