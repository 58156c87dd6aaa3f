package nl.achterwacht.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.NoticeSender;
import nl.achterwacht.watch.WatchListener;

/** Counts what this server does. Every name stands in docs/operations.md, no person in any. */
final class EngineMeters implements WatchListener {
  /** How late an alarm may be: at once, the loop's sleep, a fail-over, and beyond. */
  private static final Duration[] LATENESS =
      IntStream.of(100, 250, 500, 1000, 2000, 5000, 10_000, 20_000, 45_000, 60_000, 300_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;
  private final Counter signs;
  private final Timer lateness;

  EngineMeters(MeterRegistry meters) {
    this.meters = meters;
    this.signs =
        Counter.builder("achterwacht.signs").description("signs of life taken in").register(meters);
    this.lateness =
        Timer.builder("achterwacht.alarm.lateness")
            .description("from the moment an alarm for a silence was due until it was committed")
            .serviceLevelObjectives(LATENESS)
            .register(meters);
  }

  @Override
  public void signsTaken(int howMany) {
    signs.increment(howMany);
  }

  @Override
  public void alarmRaised(OrganisationId organisation, AlarmId alarm, Duration late) {
    lateness.record(late);
  }

  /** Counts the notices of one channel, from zero on for each outcome. */
  NoticeSender.Tally tally(ChannelKind channel) {
    for (String outcome : new String[] {"accepted", "try-later", "refused"}) {
      notices(channel, outcome);
    }
    return (outcome, howMany) -> notices(channel, outcome).increment(howMany);
  }

  /** Shows how long the oldest notice of one channel waits that is due. */
  void oldestNotice(ChannelKind channel, Supplier<Duration> age) {
    Gauge.builder("achterwacht.oldest.notice.due", () -> age.get().toMillis() / 1000.0)
        .baseUnit("seconds")
        .description("age of the oldest notice that is due and not with a provider")
        .tag("channel", channel.text())
        .register(meters);
  }

  /** Counts rows that this server woke: several share the work, and each can be seen to. */
  Counter woken(String what) {
    return meters.counter("achterwacht." + what + ".woken");
  }

  private Counter notices(ChannelKind channel, String outcome) {
    return Counter.builder("achterwacht.notices")
        .description("answers of providers to notices")
        .tag("channel", channel.text())
        .tag("outcome", outcome)
        .register(meters);
  }
}
