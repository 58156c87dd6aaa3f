package nl.achterwacht.task;

import nl.achterwacht.base.Tx;

/** Hears, in the transaction of the change, that a task was ended by a person. */
public interface TaskListener {
  /** Nobody listens. */
  TaskListener NONE = (tx, task) -> {};

  void ended(Tx tx, Task task);
}
