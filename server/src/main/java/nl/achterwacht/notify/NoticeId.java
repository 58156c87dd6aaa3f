package nl.achterwacht.notify;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One message to one person over one channel; also the key under which a provider knows it. */
public record NoticeId(UUID value) implements Id, Comparable<NoticeId> {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static NoticeId next() {
    return new NoticeId(Ids.next());
  }

  @Override
  public int compareTo(NoticeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
