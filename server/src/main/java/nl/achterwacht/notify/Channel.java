package nl.achterwacht.notify;

import java.time.Duration;

/** One way to reach a person: e-mail, web push, webhook; later SMS, voice and the alarm centre. */
public interface Channel {
  /** Which kind of contact this channel serves. */
  ChannelKind kind();

  /**
   * Hands {@code message} to the provider. After a crash the same message may come again, so its id
   * goes along as the idempotency key where the provider takes one.
   *
   * @param timeLimit how long the provider may take; when it passes, the answer is {@code TryLater}
   * @return what the provider said; never a promise that a human has seen it
   * @throws RuntimeException for our own bugs only; a failing provider is an answer
   */
  Answer send(Message message, Duration timeLimit);

  /** What the provider said. */
  sealed interface Answer {
    /** Taken over. {@code providerRef} finds the delivery report that comes later. */
    record Accepted(String providerRef) implements Answer {}

    /** Not now: busy, down, too slow. The same channel is tried again. */
    record TryLater(String reason) implements Answer {}

    /** Never: no such address, blocked, not configured. Another way is tried at once. */
    record Refused(String reason) implements Answer {
      /** How a reason begins when the address itself ended and should not be used again. */
      public static final String GONE = "subscription gone:";

      /** Whether the address itself ended, rather than this one message being refused. */
      public boolean isAddressGone() {
        return reason.startsWith(GONE);
      }
    }
  }
}
