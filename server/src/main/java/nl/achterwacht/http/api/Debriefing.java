package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.Map;
import nl.achterwacht.base.Tx;
import nl.achterwacht.signal.Signal;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.watch.Watch;
import org.jspecify.annotations.Nullable;

/** Makes an early signal of a debrief that was not as expected. */
public final class Debriefing {
  private static final Map<String, Signal.Said> SIGNALS =
      Map.of(
          "tense", new Signal.Said("tense", 1, null),
          "incident", new Signal.Said("aggression", 2, null));

  private final SignalKeeper signals;

  public Debriefing(SignalKeeper signals) {
    this.signals = signals;
  }

  /**
   * @param answer as-expected, tense or incident
   * @param text what the worker added to it
   */
  void debriefed(Tx tx, Watch watch, String answer, @Nullable String text, Instant madeAt) {
    Signal.@Nullable Said said = SIGNALS.get(answer);
    if (said == null) {
      return;
    }
    @Nullable String words = text == null || text.isBlank() ? null : text.strip();
    signals.report(
        tx,
        new SignalKeeper.Report(
            watch.organisation(),
            watch.worker(),
            watch.team(),
            false,
            new Signal.Said(said.kind(), said.severity(), words),
            watch.trip().place() == null ? null : watch.trip().place().address(),
            watch.id().value(),
            true,
            madeAt));
  }
}
