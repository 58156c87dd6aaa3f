package nl.achterwacht.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.Message;

/**
 * Mail of the example town: it never leaves this machine, every letter is a file that can be read.
 * One notice is one file, so a repeat overwrites itself.
 */
final class MailFolder implements Channel {
  private final Path folder;

  MailFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public Answer send(Message message, Duration timeLimit) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(message.id() + ".txt"),
          "To: %s\nSubject: %s\n\n%s\n\n%s\n"
              .formatted(message.address(), message.title(), message.text(), message.link()));
      return new Answer.Accepted(message.id().toString());
    } catch (IOException e) {
      return new Answer.TryLater("the mail folder cannot be written");
    }
  }
}
