package nl.achterwacht.bench.intake;

import nl.achterwacht.bench.BenchDatabase;

/** Lines of the journal, counted since the last time. */
final class Lines {
  private final BenchDatabase bench;
  private final String kind;
  private long known;

  Lines(BenchDatabase bench, String kind) {
    this.bench = bench;
    this.kind = kind;
    this.known = count();
  }

  /** Throws unless {@code expected} were added, and no alarm was raised. */
  void check(long expected) {
    long now = count();
    long alarms = bench.number("select count(*) from alarm.alarm");
    if (now - known != expected || alarms != 0) {
      throw new IllegalStateException(
          "%d signs were answered, %d are in the journal, %d alarms although nobody was silent"
              .formatted(expected, now - known, alarms));
    }
    known = now;
  }

  private long count() {
    return bench.number("select count(*) from journal.entry where kind = '" + kind + "'");
  }
}
