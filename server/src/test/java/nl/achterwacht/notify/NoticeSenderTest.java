package nl.achterwacht.notify;

import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import nl.achterwacht.World;
import nl.achterwacht.app.Engine;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.WatchEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a sender does with a claim that grows old in its hands. */
class NoticeSenderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MORE_THAN_PLACES = NoticeSender.PLACES + 6;

  private final World world = new World();
  private final Engine server = world.server();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger sent = new AtomicInteger();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatOthersMayHaveSentMeanwhileIsNotSent() {
    queue(MORE_THAN_PLACES);
    var sender =
        new NoticeSender(
            server.notices(), new NoticeTexts(), new SlowChannel(), NoticeSender.LEASE);
    sender.sendDue();
    await().atMost(PATIENCE).until(() -> sent.get() == NoticeSender.PLACES);
    // As if this server had stood still, with six claimed and no place free for them.
    world.clock().advance(NoticeSender.LEASE);
    goOn.countDown();
    sender.close();

    assertThat(sent).hasValue(NoticeSender.PLACES);
    assertThat(count("accepted")).isEqualTo(NoticeSender.PLACES);
    assertThat(count("waiting") + count("sending")).as("for whoever claims next").isEqualTo(6);
  }

  @Test
  void whatIsClaimedJustNowIsSent() {
    queue(3);
    goOn.countDown();
    var sender =
        new NoticeSender(
            server.notices(), new NoticeTexts(), new SlowChannel(), NoticeSender.LEASE);
    sender.sendDue();
    sender.close();

    assertThat(count("accepted")).isEqualTo(3);
  }

  /** Notices to as many addresses, so that none are bundled. */
  private void queue(int howMany) {
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(30));
    world.act(server, watch, new WatchEvent.HelpAsked(world.clock().instant(), false));
    world.sql(
        """
        insert into notify.notice
               (organisation_id, id, channel, address, kind, urgent, language, params, state,
                wake_at, made_at, expires_at)
        select organisation_id, gen_random_uuid(), channel, n || address, kind, urgent, language,
               params, state, wake_at, made_at, expires_at
          from notify.notice, generate_series(2, %d) n
         where channel = 'email'
        """
            .formatted(howMany));
  }

  private long count(String state) {
    return world.count(
        "select count(*) from notify.notice where channel = 'email' and state = '" + state + "'");
  }

  private final class SlowChannel implements Channel {
    @Override
    public ChannelKind kind() {
      return ChannelKind.EMAIL;
    }

    @Override
    public Answer send(Message message, Duration timeLimit) {
      sent.incrementAndGet();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Answer.Accepted("taken");
    }
  }
}
