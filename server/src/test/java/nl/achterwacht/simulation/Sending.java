package nl.achterwacht.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.Notice;
import nl.achterwacht.notify.SenderSteps;

/**
 * The senders of both servers: claim, hand over, write down, as {@code NoticeSender} does it, with
 * all that comes in between.
 */
final class Sending {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final Batch batch;
  private final Random luck;
  private final Provider provider;
  private final Checks checks;

  /** What a server claimed that then stood still. */
  private final Map<SimServer, List<Notice>> held = new HashMap<>();

  private int dieInSending = -1;
  private int stopInSending = -1;

  Sending(Batch batch, Random luck, Checks checks) {
    this.batch = batch;
    this.luck = luck;
    this.checks = checks;
    this.provider = new Provider(batch);
  }

  /** Sends what is due, on each channel by one of the servers. */
  void sendAll() {
    dieInSending = luck.nextDouble() < 0.01 ? luck.nextInt(6) : -1;
    stopInSending = luck.nextDouble() < 0.02 ? luck.nextInt(6) : -1;
    if (batch.isHealed()) {
      dieInSending = -1;
      stopInSending = -1;
    }
    batch.servers().forEach(this::goOn);
    for (ChannelKind channel : List.of(ChannelKind.EMAIL, ChannelKind.WEB_PUSH)) {
      SimServer server = batch.anyServer(channel + "/" + batch.time().instant());
      if (server != null) {
        send(server, channel);
      }
    }
  }

  private void send(SimServer server, ChannelKind channel) {
    List<Notice> claimed =
        server.whileAlive(() -> server.engine().notices().claim(channel, LEASE, 500), List.of());
    checks.onlyCallsThatAreNeeded(claimed);
    for (Iterator<Notice> next = claimed.iterator(); next.hasNext(); ) {
      Notice notice = next.next();
      if (dieInSending-- == 0) {
        server.dies(Duration.ofSeconds(30));
      }
      if (stopInSending-- == 0) {
        server.standsStill(Duration.ofSeconds(5 + luck.nextInt(115)));
      }
      if (!server.isUp()) {
        // If it only stands still, it has these yet.
        List<Notice> rest = held.computeIfAbsent(server, s -> new ArrayList<>());
        rest.add(notice);
        next.forEachRemaining(rest::add);
        return;
      }
      send(server, notice);
    }
  }

  /** A server that stood still goes on where it was; one that died has forgotten it. */
  private void goOn(SimServer server) {
    if (server.isDead()) {
      held.remove(server);
    } else if (server.isUp()) {
      List<Notice> rest = held.remove(server);
      if (rest != null) {
        rest.forEach(notice -> sendLate(server, notice));
      }
    }
  }

  private void sendLate(SimServer server, Notice notice) {
    if (!server.isUp()) {
      return; // it died at one before this
    }
    if (SenderSteps.mayHandOver(server.engine().notices(), notice)) {
      checks.stillOurs(notice);
      send(server, notice);
    } else {
      batch.town(notice.organisation()).story().tell("  a server comes too late to send");
      record(server, notice, new Channel.Answer.TryLater("the lease runs out"));
    }
  }

  private void send(SimServer server, Notice notice) {
    Town town = batch.town(notice.organisation());
    String name = nameOf(town, notice);
    Provider.Done done = provider.take(town, notice, name);
    if (dieInSending-- == 0) {
      town.story().tell("  the server dies before it wrote down the answer");
      server.dies(Duration.ofSeconds(30));
    } else if (done.answer() != null) {
      record(server, notice, done.answer());
    } else {
      int after = town.draw().between(35, 120, "hangs", name);
      Channel.Answer late =
          town.draw().chance(0.5, "late answer", name)
              ? new Channel.Answer.Accepted("late")
              : new Channel.Answer.TryLater("too slow");
      later(town, after, "late " + name, () -> record(server, notice, late));
    }
  }

  private void record(SimServer server, Notice notice, Channel.Answer answer) {
    if (!server.isUp()) {
      return;
    }
    boolean recorded =
        server.whileAlive(
            () -> {
              server.engine().notices().record(notice, answer);
              return true;
            },
            false);
    if (!recorded
        && server.isUp()
        && SenderSteps.mayStillRecord(server.engine().notices(), notice)) {
      Town town = batch.town(notice.organisation());
      later(town, 5, "again " + nameOf(town, notice), () -> record(server, notice, answer));
    }
  }

  private void later(Town town, int seconds, String what, Runnable act) {
    town.agenda().add(batch.time().instant().plusSeconds(seconds), what, act);
  }

  private static String nameOf(Town town, Notice notice) {
    UUID person = notice.personId();
    String who = person == null ? "webhook" : town.nameOf(new PersonId(person));
    return String.join(
        "/",
        who,
        notice.channel(),
        notice.kind().text(),
        notice.params().getOrDefault("alarmKind", ""),
        notice.params().getOrDefault("raisedAt", ""),
        notice.subject().step() + "." + notice.subject().round(),
        notice.madeAt().toString());
  }
}
