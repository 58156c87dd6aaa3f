package nl.achterwacht.app;

import java.time.Duration;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.Message;

/** A channel that nobody set up: it refuses at once, so that another way is tried at once. */
record NotConfigured(ChannelKind kind) implements Channel {
  @Override
  public Answer send(Message message, Duration timeLimit) {
    return new Answer.Refused("this channel is not set up");
  }
}
