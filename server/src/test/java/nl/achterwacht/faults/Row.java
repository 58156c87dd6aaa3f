package nl.achterwacht.faults;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * One line of the table: a fault, and how late an alarm may be heard because of it.
 *
 * @param what is done, in a few words for the table
 * @param bound longest time between the moment an alarm is due and its call arriving
 * @param control what is looked at once the findings are in
 * @param begin makes the town and its servers, before anything goes wrong
 */
record Row(
    String name,
    String what,
    Duration bound,
    Callable<Scene> begin,
    Story story,
    Afterwards control) {

  Row(String name, String what, Duration bound, Callable<Scene> begin, Story story) {
    this(name, what, bound, begin, story, (scene, limit) -> true);
  }

  /** What must hold beside the findings. */
  interface Afterwards {
    boolean holds(Scene scene, Duration bound);
  }

  /** What goes wrong, and how it is put right again. */
  interface Story {
    void play(Scene scene) throws Exception;
  }
}
