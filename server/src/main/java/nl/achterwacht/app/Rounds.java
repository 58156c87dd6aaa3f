package nl.achterwacht.app;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Loops that begin and end with the server, and for which no alarm waits. */
abstract class Rounds implements SmartLifecycle {
  private final List<Loop> loops;
  private volatile boolean running;

  Rounds(Loop... loops) {
    this.loops = List.of(loops);
  }

  @Override
  public final void start() {
    loops.forEach(Loop::start);
    running = true;
  }

  @Override
  public final void stop() {
    loops.forEach(Loop::stop);
    loops.forEach(loop -> loop.awaitEnd(Settings.STOPPING));
    running = false;
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
