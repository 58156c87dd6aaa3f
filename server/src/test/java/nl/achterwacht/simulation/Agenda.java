package nl.achterwacht.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is still going to happen in a town, by the moment it really happens, and name. */
final class Agenda {
  private record Item(Instant at, String name, Runnable what) {}

  private final PriorityQueue<Item> items =
      new PriorityQueue<>(Comparator.comparing(Item::at).thenComparing(Item::name));

  void add(Instant at, String name, Runnable what) {
    items.add(new Item(at, name, what));
  }

  /** Does everything whose moment has come. */
  void runUntil(Instant now) {
    for (Item next = items.peek(); next != null && !next.at().isAfter(now); next = items.peek()) {
      items.poll();
      next.what().run();
    }
  }
}
