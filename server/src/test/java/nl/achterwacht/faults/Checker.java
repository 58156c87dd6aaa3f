package nl.achterwacht.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.faults.Crowd.Taken;
import nl.achterwacht.faults.Replay.Opened;
import nl.achterwacht.faults.Replay.Sent;
import nl.achterwacht.process.SmallTown.Out;

/**
 * Compares what the database says has happened with what phones and receivers outside noted
 * themselves. It knows nothing of how the servers work, and believes no server.
 */
final class Checker {
  /** What clocks may differ, read in two processes. */
  private static final Duration CLOCKS = Duration.ofMillis(100);

  /** After this a message has left whoever sent it before its notice was recorded. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

  private final Scene scene;
  private final Duration bound;
  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> stale = new ArrayList<>();
  private final List<String> early = new ArrayList<>();
  private final List<String> late = new ArrayList<>();
  private final List<String> signsLost = new ArrayList<>();

  // Read before anything else: a sign that is taken while the journal is read is not in it.
  private final List<Taken> taken;
  private final List<Opened> opened;
  private final List<Sent> messages;
  private final Map<String, List<Instant>> arrivals;
  private final Replay replay;
  private Duration latest = Duration.ZERO;

  private Checker(Scene scene, Duration bound) {
    this.scene = scene;
    this.bound = bound;
    this.taken = scene.crowd().taken();
    this.replay = new Replay(scene.town().database());
    this.opened = replay.opened();
    this.messages = replay.messages();
    this.arrivals = scene.arrivals();
  }

  /**
   * @param bound how late an alarm may be heard
   */
  static Findings check(Scene scene, Duration bound) {
    return new Checker(scene, bound).findings();
  }

  private Findings findings() {
    everySilenceHasItsAlarm();
    noAlarmWithoutSilence();
    everyMessageArrived();
    everySignIsKept();
    List<String> unfit = new ArrayList<>();
    scene.crowd().unfit().forEach((answer, times) -> unfit.add(times + " times " + answer));
    return new Findings(
        scene.silent().size() + scene.signing().size(),
        scene.silent().size(),
        lost,
        doubled,
        stale,
        early,
        late,
        latest,
        repeats(),
        taken.size(),
        signsLost,
        unfit);
  }

  private void everySilenceHasItsAlarm() {
    Map<UUID, List<Opened>> byWatch = new HashMap<>();
    Set<UUID> inJournal = new HashSet<>();
    for (Opened one : opened) {
      byWatch.computeIfAbsent(one.watch(), watch -> new ArrayList<>()).add(one);
      inJournal.add(one.alarm());
    }
    Set<UUID> inTables = replay.alarms();
    onlyIn(inJournal, inTables).forEach(id -> lost.add("only in the journal: alarm " + id));
    onlyIn(inTables, inJournal).forEach(id -> lost.add("not in the journal: alarm " + id));
    for (Out out : scene.silent()) {
      if (!byWatch.containsKey(out.watch().value())) {
        lost.add("no alarm for watch " + out.watch());
      }
    }
    byWatch.forEach((watch, alarms) -> {
      if (alarms.size() > 1) {
        doubled.add(alarms.size() + " alarms for watch " + watch);
      }
    });
    for (UUID watch : replay.astray(scene.town().now().minus(bound))) {
      lost.add("nobody looks after watch " + watch);
    }
  }

  private static Set<UUID> onlyIn(Set<UUID> these, Set<UUID> those) {
    Set<UUID> only = new HashSet<>(these);
    only.removeAll(those);
    return only;
  }

  private void noAlarmWithoutSilence() {
    Map<UUID, List<Sent>> calls = new HashMap<>();
    for (Sent message : messages) {
      if (message.isCall() && message.alarm() != null) {
        calls.computeIfAbsent(message.alarm(), alarm -> new ArrayList<>()).add(message);
      }
    }
    Map<UUID, Out> everybody = new HashMap<>();
    scene.silent().forEach(out -> everybody.put(out.watch().value(), out));
    scene.signing().forEach(out -> everybody.put(out.watch().value(), out));
    for (Opened alarm : opened) {
      Out out = everybody.get(alarm.watch());
      if (out == null) {
        early.add("an alarm for a watch that nobody began");
        continue;
      }
      judge(alarm, out, calls.getOrDefault(alarm.alarm(), List.of()));
    }
  }

  private void judge(Opened alarm, Out out, List<Sent> calls) {
    Instant due = alarmDue(out, alarm.at());
    if (alarm.at().isBefore(due.minus(CLOCKS))) {
      early.add("alarm of watch " + out.watch() + " opened " + alarm.at() + ", due " + due);
    }
    Optional<Instant> heard =
        calls.stream()
            .flatMap(call -> arrivals.getOrDefault(call.key(), List.of()).stream())
            .min(Instant::compareTo);
    if (heard.isEmpty()) {
      lost.add("nobody heard of the alarm of watch " + out.watch());
      return;
    }
    if (heard.get().isBefore(due.minus(CLOCKS))) {
      early.add("alarm of watch " + out.watch() + " heard " + heard.get() + ", due " + due);
    }
    Duration after = Duration.between(due, heard.get());
    if (after.compareTo(latest) > 0) {
      latest = after;
    }
    if (after.compareTo(bound) > 0) {
      late.add("alarm of watch %s heard %d ms late".formatted(out.watch(), after.toMillis()));
    }
  }

  /** When silence becomes an alarm, by the signs that were confirmed to the phone before. */
  private Instant alarmDue(Out out, Instant opened) {
    if (scene.silent().contains(out)) {
      return out.due().plus(Scene.GRACE);
    }
    Instant due = out.due();
    for (Taken sign : taken) {
      if (sign.out().equals(out) && sign.takenAt().plus(CLOCKS).isBefore(opened)) {
        Instant next = sign.sentAt().plus(Scene.SHIFT.signEvery());
        due = next.isAfter(due) ? next : due;
      }
    }
    return due.plus(Scene.SHIFT.grace());
  }

  private void everyMessageArrived() {
    long without = scene.books().stepsWithoutCall();
    if (without > 0) {
      lost.add(without + " steps of a ladder without a call");
    }
    Map<String, Integer> letters = scene.letters();
    for (Sent message : messages) {
      if (message.isAnsweredQuestion()) {
        continue;
      }
      boolean arrived = arrivals.containsKey(message.key()) || letters.containsKey(message.key());
      if (!message.isTaken() || !arrived) {
        lost.add(
            "%s by %s is %s, %s"
                .formatted(
                    message.kind(),
                    message.channel(),
                    message.state(),
                    arrived ? "arrived" : "did not arrive"));
      }
    }
    doubled.addAll(replay.calledTwice());
    noneWasSentAfterItWasTaken();
  }

  /** Then the sender went by a claim that it had lost. A repeat before that is allowed. */
  private void noneWasSentAfterItWasTaken() {
    Set<String> known = new HashSet<>();
    for (Sent message : messages) {
      if (known.add(message.key()) && message.isTaken() && message.answeredAt() != null) {
        Instant end = message.answeredAt().plus(ON_ITS_WAY);
        long after =
            arrivals.getOrDefault(message.key(), List.of()).stream()
                .filter(at -> at.isAfter(end))
                .count();
        if (after > 0) {
          stale.add("%s sent again after it was taken".formatted(message.kind()));
        }
      }
    }
    for (String key : arrivals.keySet()) {
      if (!known.contains(key)) {
        doubled.add("a message that no server knows: " + key);
      }
    }
  }

  private void everySignIsKept() {
    Map<UUID, Integer> signs = replay.signs();
    for (Taken sign : taken) {
      int times = signs.getOrDefault(sign.key(), 0);
      if (times != 1) {
        signsLost.add(
            "sign %s, confirmed %s, is %d times in the journal"
                .formatted(sign.key(), sign.takenAt(), times));
      }
    }
  }

  /** Messages that came once more under the key of the first time. */
  private int repeats() {
    int phones = arrivals.values().stream().mapToInt(times -> times.size() - 1).sum();
    return phones + scene.letters().values().stream().mapToInt(times -> times - 1).sum();
  }
}
