package nl.achterwacht.attachment;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One attachment. */
public record AttachmentId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static AttachmentId next() {
    return new AttachmentId(Ids.next());
  }
}
