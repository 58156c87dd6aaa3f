package nl.achterwacht.http.board;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Patience;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.journal.JournalReader.Position;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream of a live board. It goes on where the browser left off; when that is too long ago, the
 * event {@code reset} tells it to read the board anew.
 */
@Controller
public final class BoardStream {
  private static final Logger LOG = LoggerFactory.getLogger(BoardStream.class);
  // A board counts as stale after 5 s of silence: well below that, also over a slow line.
  private static final long ALIVE_EVERY_SECONDS = 2;
  // Then the browser comes back by itself, and it is looked at again whether it may.
  private static final Duration AT_MOST = Duration.ofMinutes(30);
  private static final long RETRY_MILLIS = 2000;

  private final BoardFeed feed;
  private final Patience patience;

  public BoardStream(BoardFeed feed, Patience patience) {
    this.feed = feed;
    this.patience = patience;
  }

  @GetMapping(BASE + "/board/events")
  SseEmitter events(Received in) {
    Caller caller = in.caller();
    @Nullable String last = in.header("Last-Event-ID").or(() -> in.query("after")).orElse(null);
    Subscriber subscriber = patience.with(() -> feed.join(caller.organisation(), caller.person()));
    var emitter = new SseEmitter(0L);
    emitter.onCompletion(() -> feed.leave(subscriber));
    Thread.ofVirtual().name("board").start(() -> run(emitter, subscriber, last));
    return emitter;
  }

  private void run(SseEmitter emitter, Subscriber subscriber, @Nullable String last) {
    try {
      emitter.send(SseEmitter.event().reconnectTime(RETRY_MILLIS).comment("achterwacht"));
      Position known = catchUp(emitter, subscriber, last);
      follow(emitter, subscriber, known);
      end(emitter);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(emitter);
    } catch (IOException | IllegalStateException e) {
      // The browser is gone.
      LOG.debug("a board was closed: {}", e.toString());
      end(emitter);
    } catch (RuntimeException e) {
      LOG.warn("a board is cut off and will come back: {}", e.toString());
      end(emitter);
    } finally {
      feed.leave(subscriber);
    }
  }

  private static void end(SseEmitter emitter) {
    try {
      emitter.complete();
    } catch (IllegalStateException e) {
      LOG.debug("a board was gone before it could be closed: {}", e.toString());
    }
  }

  /** Tells what was missed; returns the place up to which the browser now knows everything. */
  private Position catchUp(SseEmitter emitter, Subscriber subscriber, @Nullable String last)
      throws IOException {
    if (last == null) {
      return subscriber.joinedAt();
    }
    @Nullable Position after = Position.parse(last);
    @Nullable List<Subscriber.Sent> missed = after == null ? null : feed.missed(subscriber, after);
    if (after == null || missed == null) {
      emitter.send(
          SseEmitter.event().id(subscriber.joinedAt().toString()).name("reset").data("{}"));
      return subscriber.joinedAt();
    }
    for (Subscriber.Sent event : missed) {
      send(emitter, subscriber.seen(event));
    }
    return after;
  }

  private void follow(SseEmitter emitter, Subscriber subscriber, Position known)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + AT_MOST.toNanos();
    while (!subscriber.isDropped() && System.nanoTime() - end < 0) {
      Subscriber.@Nullable Sent event = subscriber.next(ALIVE_EVERY_SECONDS);
      if (event == null) {
        // Without news because we cannot read any: silence makes the board say that it is stale.
        if (feed.isFresh()) {
          emitter.send(SseEmitter.event().comment("alive"));
        }
      } else if (BoardFeed.ORDER.compare(event.position(), known) > 0) {
        send(emitter, subscriber.seen(event));
      }
    }
  }

  private static void send(SseEmitter emitter, Subscriber.@Nullable Sent event) throws IOException {
    if (event == null) {
      return;
    }
    emitter.send(
        SseEmitter.event().id(event.position().toString()).name(event.kind()).data(event.json()));
  }
}
