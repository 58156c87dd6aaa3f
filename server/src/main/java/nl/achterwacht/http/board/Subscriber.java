package nl.achterwacht.http.board;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.http.api.BoardJson.EventJson;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.journal.JournalReader.Position;
import org.jspecify.annotations.Nullable;

/** One open board. A browser that reads too slowly is dropped, never waited for. */
final class Subscriber {
  private static final int MOST_WAITING = 1000;

  private final OrganisationId organisation;
  private final PersonId person;
  private final Position joinedAt;
  private final BlockingQueue<Sent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean dropped = new AtomicBoolean();

  /** One event, ready to be written; {@code about} sees it otherwise, or not at all. */
  record Sent(
      Position position,
      String kind,
      String json,
      @Nullable PersonId about,
      @Nullable EventJson toThem) {}

  Subscriber(OrganisationId organisation, PersonId person, Position joinedAt) {
    this.organisation = organisation;
    this.person = person;
    this.joinedAt = joinedAt;
  }

  OrganisationId organisation() {
    return organisation;
  }

  /** What came before this must be read from the journal; what comes after is offered. */
  Position joinedAt() {
    return joinedAt;
  }

  void offer(Sent event) {
    if (!waiting.offer(event)) {
      drop();
    }
  }

  /** Ends the stream; the browser comes back and goes on where it was. */
  void drop() {
    dropped.set(true);
  }

  /** The event as whoever looks at this board may see it; null when not at all. */
  @Nullable Sent seen(Sent event) {
    if (!person.equals(event.about())) {
      return event;
    }
    EventJson own = event.toThem();
    return own == null
        ? null
        : new Sent(
            event.position(), own.kind(), Received.json().writeValueAsString(own), null, null);
  }

  boolean isDropped() {
    return dropped.get();
  }

  /** The next event; null when none came in {@code seconds}. */
  @Nullable Sent next(long seconds) throws InterruptedException {
    return waiting.poll(seconds, TimeUnit.SECONDS);
  }
}
