package nl.achterwacht.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import nl.achterwacht.http.api.Assurance;
import nl.achterwacht.notify.Channel.Answer;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.HttpCourier.Outcome;
import nl.achterwacht.notify.wire.TimeLimit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells a monitor elsewhere that we watch, and only then: it calls the operator when it hears
 * nothing for a while. So it needs no network of ours, no machine and no program to be well.
 */
final class OutsideMonitor implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideMonitor.class);
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
  private static final Duration STOPPING = Duration.ofSeconds(1);

  private final URI address;
  private final HttpCourier courier;
  private final Assurance assurance;
  private final Loop loop;
  private volatile boolean running;
  private @Nullable String saidLast = "";

  /**
   * @param address takes an empty POST, as healthchecks and the like do
   */
  OutsideMonitor(
      URI address, Duration every, HttpCourier courier, Assurance assurance, InstantSource clock) {
    this.address = address;
    this.courier = courier;
    this.assurance = assurance;
    this.loop =
        Loop.every(
            every,
            "outside-monitor",
            clock,
            () -> {
              tellIfAssured();
              return false;
            });
  }

  @Override
  public void start() {
    running = true;
    loop.start();
  }

  @Override
  public void stop() {
    loop.stop();
    loop.awaitEnd(STOPPING);
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  void tellIfAssured() {
    Assurance.Known known = assurance.now();
    if (!known.watching()) {
      say("the outside monitor hears nothing from us: " + known.reason());
      return;
    }
    switch (TimeLimit.keep(TIME_LIMIT, this::tell)) {
      case Answer.Accepted _ -> say(null);
      case Answer.TryLater(String why) -> say("the outside monitor cannot be told: " + why);
      case Answer.Refused r -> say("the outside monitor cannot be told: " + r.reason());
    }
  }

  private Answer tell() {
    return switch (courier.post(address, Map.of(), new byte[0])) {
      case Outcome.Answered a when a.status() / 100 == 2 -> new Answer.Accepted("");
      case Outcome.Answered a -> new Answer.TryLater(a.inWords());
      case Outcome.NotReached(String why) -> new Answer.TryLater(why);
      case Outcome.Forbidden(String why) -> new Answer.TryLater(why);
    };
  }

  /** Says what changed, once; null is that all is well. */
  private void say(@Nullable String what) {
    if (Objects.equals(what, saidLast)) {
      return;
    }
    if (what == null) {
      LOG.info("the outside monitor hears that we watch");
    } else {
      LOG.warn("{}", what);
    }
    saidLast = what;
  }
}
