package nl.achterwacht.postgres;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a database by the signals PostgreSQL gives a meaning to, the friendliest first. */
final class Stopping {
  private static final Logger log = LoggerFactory.getLogger(Stopping.class);

  private Stopping() {}

  static void stop(ProcessHandle process) throws IOException, InterruptedException {
    if (endsOn("INT", process, 60)) { // roll back what is open, write everything, end
      return;
    }
    log.warn("The database does not stop; telling it to stop without tidying up");
    if (!endsOn("QUIT", process, 10) && !endsOn("KILL", process, 10)) {
      throw new DatabaseUnusable(
          "The database of an earlier server (process " + process.pid() + ") cannot be stopped.");
    }
  }

  private static boolean endsOn(String signal, ProcessHandle process, int seconds)
      throws IOException, InterruptedException {
    // Java itself can only send TERM, with which PostgreSQL waits for its clients, and KILL.
    String pid = Long.toString(process.pid());
    new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, pid)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for process " + pid, e);
    }
  }
}
