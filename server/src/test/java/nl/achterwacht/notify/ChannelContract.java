package nl.achterwacht.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.achterwacht.notify.Channel.Answer;
import nl.achterwacht.notify.Channel.Answer.Accepted;
import nl.achterwacht.notify.Channel.Answer.Refused;
import nl.achterwacht.notify.Channel.Answer.TryLater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every channel does, whatever it speaks. A channel's own test extends this and supplies a
 * real peer for each mood: a server on a socket, not a stand-in for our own code.
 */
@Timeout(120)
public abstract class ChannelContract {
  /** Enough for any honest answer on this machine, however busy. */
  private static final Duration AMPLE = Duration.ofSeconds(30);

  /** Short, for peers that never answer. */
  private static final Duration BRIEF = Duration.ofMillis(400);

  /** How the provider on the other side behaves. */
  public enum Mood {
    /** Takes the message over. */
    ACCEPTS(Accepted.class),
    /** Says that this address will never work. */
    REFUSES_FOR_EVER(Refused.class),
    /** Says that it is too busy now. */
    IS_BUSY(TryLater.class),
    /** Has a fault of its own. */
    FAILS(TryLater.class),
    /** Takes the connection and says nothing. */
    HANGS(TryLater.class),
    /** Keeps answering and never finishes. */
    DRIPS(TryLater.class),
    /** Takes part of the message and drops the connection. */
    BREAKS_OFF(TryLater.class),
    /** Is not there. */
    IS_AWAY(TryLater.class),
    /** Answers in no known protocol. */
    TALKS_NONSENSE(TryLater.class);

    private final Class<? extends Answer> leadsTo;

    Mood(Class<? extends Answer> leadsTo) {
      this.leadsTo = leadsTo;
    }

    boolean neverFinishes() {
      return this == HANGS || this == DRIPS;
    }
  }

  /** A provider in one mood, and the channel that talks to it. */
  public interface Peer extends AutoCloseable {
    Channel channel();

    /** An address in the channel's form that leads to this peer. */
    String address();

    /** The idempotency keys of all messages that it took over, oldest first. */
    List<String> keysTaken();

    @Override
    void close();
  }

  /** A fresh peer; the contract closes it. */
  protected abstract Peer peerThat(Mood mood);

  /** Addresses that can never work; the channel must know without asking anybody. */
  protected abstract List<String> impossibleAddresses();

  @ParameterizedTest
  @EnumSource
  void everyMoodOfAProviderLeadsToTheRightAnswer(Mood mood) {
    try (Peer peer = peerThat(mood)) {
      Answer answer = send(peer, mood);
      assertThat(answer).isInstanceOf(mood.leadsTo);
      assertThat(wordsOf(answer)).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HANGS", "DRIPS"})
  void aProviderThatNeverFinishesGetsNoMoreThanItsTime(Mood mood) {
    try (Peer peer = peerThat(mood)) {
      long before = System.nanoTime();
      send(peer, mood);
      var took = Duration.ofNanos(System.nanoTime() - before);
      assertThat(took).isBetween(BRIEF.dividedBy(2), AMPLE);
    }
  }

  @Test
  void theSameMessageTwiceCarriesTheSameKeyAndAnotherMessageAnother() {
    try (Peer peer = peerThat(Mood.ACCEPTS)) {
      Message first = Messages.alarmCallTo(peer.address());
      Message second = Messages.alarmCallTo(peer.address());
      peer.channel().send(first, AMPLE);
      peer.channel().send(first, AMPLE);
      peer.channel().send(second, AMPLE);

      List<String> keys = peer.keysTaken();
      assertThat(keys).hasSize(3);
      assertThat(keys.get(1)).isEqualTo(keys.get(0)).contains(first.id().toString());
      assertThat(keys.get(2)).isNotEqualTo(keys.get(0)).contains(second.id().toString());
    }
  }

  @Test
  void anImpossibleAddressIsRefusedWithoutAskingAnybody() {
    try (Peer peer = peerThat(Mood.ACCEPTS)) {
      for (String address : impossibleAddresses()) {
        Answer answer = peer.channel().send(Messages.alarmCallTo(address), AMPLE);
        assertThat(answer).as(address).isInstanceOf(Refused.class);
      }
      assertThat(peer.keysTaken()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void neitherTheLogNorTheReasonTellsWhoOrWhat(Mood mood) {
    try (Peer peer = peerThat(mood);
        LogTrap log = LogTrap.open()) {
      Message secret = Messages.alarmCallTo(peer.address());
      Answer answer = peer.channel().send(secret, patienceFor(mood));

      var told = new ArrayList<>(log.lines());
      if (!(answer instanceof Accepted)) {
        told.add(wordsOf(answer));
      }
      assertThat(told)
          .allSatisfy(line ->
              assertThat(line)
                  .doesNotContain(secret.address(), secret.title(), "Anna", secret.link())
                  .doesNotContain(secretsIn(secret.address())));
    }
  }

  /** Parts of an address that tell as much as the whole. */
  protected String[] secretsIn(String address) {
    return new String[] {address};
  }

  @Test
  void manyMessagesAtOnceAllArriveOnce() throws Exception {
    try (Peer peer = peerThat(Mood.ACCEPTS);
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Message message = Messages.alarmCallTo(peer.address());
        calls.add(() -> peer.channel().send(message, AMPLE));
      }
      for (Future<Answer> answer : senders.invokeAll(calls)) {
        assertThat(answer.get()).isInstanceOf(Accepted.class);
      }
      assertThat(peer.keysTaken()).hasSize(40).doesNotHaveDuplicates();
    }
  }

  @Test
  void aServerThatStopsBreaksOffAndTheMessageIsTriedAgain() throws Exception {
    try (Peer peer = peerThat(Mood.HANGS);
        var sender = Executors.newVirtualThreadPerTaskExecutor()) {
      Message message = Messages.alarmCallTo(peer.address());
      Future<Answer> answer =
          sender.submit(() -> {
            Thread.currentThread().interrupt();
            return peer.channel().send(message, AMPLE);
          });
      assertThat(answer.get()).isInstanceOf(TryLater.class);
    }
  }

  private static Answer send(Peer peer, Mood mood) {
    return peer.channel().send(Messages.alarmCallTo(peer.address()), patienceFor(mood));
  }

  private static Duration patienceFor(Mood mood) {
    return mood.neverFinishes() ? BRIEF : AMPLE;
  }

  private static String wordsOf(Answer answer) {
    return switch (answer) {
      case Accepted(String ref) -> ref;
      case TryLater(String reason) -> reason;
      case Refused(String reason) -> reason;
    };
  }
}
