package nl.achterwacht.calendar;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A calendar elsewhere in which a worker keeps appointments.
 *
 * @param name as the worker calls it
 * @param keepsTitles whether titles of appointments, which may name a client, may be kept
 * @param sync how far it was read
 * @param health whether it answers
 */
public record Subscription(
    OrganisationId organisation,
    UUID id,
    PersonId person,
    String name,
    Kind kind,
    Login login,
    boolean keepsTitles,
    Sync sync,
    Health health,
    int version) {
  /** In which way it is read. */
  public enum Kind {
    /** One file, asked for again and again (iCalendar over HTTP). */
    FEED("feed"),
    /** A collection on a calendar server (CalDAV). */
    CALDAV("caldav");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    /** The kind with this text form; an unknown text is a bug. */
    public static Kind of(String text) {
      for (Kind kind : values()) {
        if (kind.text.equals(text)) {
          return kind;
        }
      }
      throw new IllegalStateException("unknown kind of calendar: " + text);
    }
  }

  /**
   * Where it is, and who we are there.
   *
   * @param password closed in the {@link PasswordBox}; null when there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Login(String url, @Nullable String userName, byte @Nullable [] password) {
    @Override
    public String toString() {
      return "Login[…]";
    }
  }

  /**
   * How far it was read.
   *
   * @param readAt when the whole of it was last read
   */
  public record Sync(@Nullable String etag, @Nullable String token, @Nullable Instant readAt) {}

  /**
   * Whether it answers.
   *
   * @param answeredAt when it last did
   * @param failures how often it did not, since
   * @param trouble why not: a stable word
   * @param unreadable appointments in it that could not be read
   */
  public record Health(
      @Nullable Instant answeredAt, int failures, @Nullable String trouble, int unreadable) {}
}
