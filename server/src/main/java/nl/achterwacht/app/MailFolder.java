package nl.achterwacht.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.Message;

/**
 * Mail of the example town: it never leaves this machine, every letter is a file that can be read.
 * One notice is one file, so a repeat overwrites itself; only the newest letters are kept.
 */
final class MailFolder implements Channel {
  private static final int KEPT = 200;
  private static final int CLEARED_AT = 250;

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
      clear();
      return new Answer.Accepted(message.id().toString());
    } catch (IOException e) {
      return new Answer.TryLater("the mail folder cannot be written");
    }
  }

  /** A town that is played for days would fill the disk. Ids sort by time, and so do the files. */
  private void clear() throws IOException {
    List<Path> letters;
    try (Stream<Path> files = Files.list(folder)) {
      letters = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    if (letters.size() >= CLEARED_AT) {
      for (Path letter : letters.subList(0, letters.size() - KEPT)) {
        Files.deleteIfExists(letter);
      }
    }
  }
}
