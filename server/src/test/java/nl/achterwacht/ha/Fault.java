package nl.achterwacht.ha;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happens to the host that leads, and what mends it. The verbs are of the script. */
enum Fault {
  /** The power is pulled: PostgreSQL, Patroni and etcd of that host are gone at once. */
  POWER("kill", "start", Duration.ofSeconds(3)),
  /** PostgreSQL and its Patroni are killed; etcd beside them goes on. */
  CRASH("crash", "start", Duration.ofSeconds(3)),
  /** The network cable is pulled, for long enough that the others go on without it. */
  ISOLATION("cut", "heal", Duration.ofSeconds(8));

  private final String breaking;
  private final String mending;
  private final Duration stay;

  Fault(String breaking, String mending, Duration stay) {
    this.breaking = breaking;
    this.mending = mending;
    this.stay = stay;
  }

  String breaking() {
    return breaking;
  }

  String mending() {
    return mending;
  }

  /** How long the others go on without it, counted from the first sign that is confirmed again. */
  Duration stay() {
    return stay;
  }

  /** Kills of both kinds in turn, with the isolations spread evenly among them. */
  static List<Fault> mixed(int kills, int isolations) {
    List<Fault> all = new ArrayList<>();
    int isolated = 0;
    for (int i = 0; i < kills; i++) {
      while (isolated * kills < i * isolations) {
        all.add(ISOLATION);
        isolated++;
      }
      all.add(i % 2 == 0 ? POWER : CRASH);
    }
    for (; isolated < isolations; isolated++) {
      all.add(ISOLATION);
    }
    return all;
  }
}
