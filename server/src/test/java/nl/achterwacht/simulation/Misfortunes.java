package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import nl.achterwacht.simulation.CrashingDataSource.Reach;
import nl.achterwacht.simulation.CrashingDataSource.Where;

/** What befalls the servers, their database and its clock; drawn from the batch's number. */
final class Misfortunes {
  private final Random luck;
  private final Batch batch;
  private final boolean longOutages;
  private Instant leaderGoneUntil = Instant.MIN;
  private Instant readOnlyUntil = Instant.MIN;
  private boolean failingOver;
  private int stillOld;

  Misfortunes(Random luck, Batch batch) {
    this.luck = luck;
    this.batch = batch;
    this.longOutages = batch.number() % 5 == 4;
  }

  /** Lets happen what happens between two steps. */
  void strike() {
    double what = luck.nextDouble();
    SimServer server = batch.servers().get(luck.nextInt(2));
    int commits = 1 + luck.nextInt(12);
    Where where = luck.nextBoolean() ? Where.BEFORE_COMMIT : Where.AFTER_COMMIT;
    int minutes = 1 + luck.nextInt(longOutages ? 60 : 6);
    int seconds = 5 + luck.nextInt(115);
    goOnWithTheFailOver();
    if (what < 0.04) {
      server.willDie(commits, where);
    } else if (what < 0.043) {
      batch.tell("both servers are away for %d min".formatted(minutes));
      batch.servers().forEach(one -> one.dies(Duration.ofMinutes(minutes)));
    } else if (what < 0.05) {
      batch.tell("a server stands still for %d s".formatted(seconds));
      server.standsStill(Duration.ofSeconds(seconds));
    } else if (what < 0.056 && !failingOver) {
      failOver(where, seconds);
    } else if (what < 0.0585) {
      setClock(Duration.ofMinutes(minutes).plusSeconds(seconds));
    } else if (what < 0.0625) {
      setClock(Duration.ofSeconds(-Math.min(60, seconds)));
    }
  }

  /** Everything is well from now on. */
  void end() {
    failingOver = false;
  }

  /** Whether this server has not compared its clock yet since that of the database was set. */
  boolean isLate(SimServer server) {
    if (stillOld == 0 || server != batch.servers().getLast()) {
      return false;
    }
    stillOld--;
    return true;
  }

  private void setClock(Duration by) {
    batch.tell("the database's clock is set by %d s".formatted(by.toSeconds()));
    batch.clock().step(by);
    stillOld = luck.nextInt(3);
  }

  /** The leader is gone in the middle of a commit; after a while a copy leads. */
  private void failOver(Where where, int seconds) {
    batch.tell("the database fails over, its commits end %s".formatted(where));
    failingOver = true;
    leaderGoneUntil = batch.time().instant().plusSeconds(seconds / 2);
    readOnlyUntil = leaderGoneUntil.plusSeconds(luck.nextInt(3) * 5L);
    batch.servers().forEach(one -> one.source().breakOff(where));
  }

  private void goOnWithTheFailOver() {
    if (!failingOver) {
      return;
    }
    Instant now = batch.time().instant();
    if (now.isBefore(leaderGoneUntil)) {
      become(Reach.GONE);
    } else if (now.isBefore(readOnlyUntil)) {
      become(Reach.READ_ONLY);
    } else {
      become(Reach.THERE);
      failingOver = false;
      batch.tell("a copy of the database leads");
      // It is another machine, with a clock of its own.
      setClock(Duration.ofSeconds(luck.nextInt(13) - 6));
      if (luck.nextBoolean()) {
        List<SimServer> servers = batch.servers();
        servers.get(luck.nextInt(2)).dies(Duration.ofSeconds(10));
      }
    }
  }

  private void become(Reach reach) {
    batch.servers().forEach(one -> one.source().become(reach));
  }
}
