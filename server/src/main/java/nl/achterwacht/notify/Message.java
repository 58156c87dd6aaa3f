package nl.achterwacht.notify;

import java.time.Instant;
import java.util.List;
import nl.achterwacht.base.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A notice, ready to be handed to a provider: the words are chosen, the address is known. It holds
 * nothing about a client: it may light up on a lock screen.
 *
 * @param id the idempotency key: the same on every attempt
 * @param organisation whose notice it is; a webhook's event source
 * @param address where it goes, in the form of the channel: an e-mail address; a push subscription
 *     as the JSON that browsers give ({@code endpoint}, {@code keys.p256dh}, {@code keys.auth});
 *     for a webhook the JSON {@code {"url":…,"secrets":["whsec_…"]}}, newest secret first
 * @param kind what it is about, a stable word such as {@code alarm-call}; a webhook's event type
 * @param urgency how hard the device may ring
 * @param language of the words: {@code nl} or {@code en}; a screen reader needs to know
 * @param title one line, at most 80 signs
 * @param text plain sentences, at most 600 signs
 * @param link path inside the product that a tap opens, such as {@code /control-room/#/alarms/…}
 * @param actions buttons, at most two; devices that can't show them leave them out
 * @param topic a newer message with the same topic replaces an older one on the device; at most 32
 *     signs of the URL-safe base64 alphabet, or null
 * @param dataJson for machines (webhook): a JSON object without client data
 * @param madeAt when the notice was made, UTC
 * @param expiresAt after this moment it is of no use any more
 */
public record Message(
    NoticeId id,
    OrganisationId organisation,
    String address,
    String kind,
    Urgency urgency,
    String language,
    String title,
    String text,
    String link,
    List<Action> actions,
    @Nullable String topic,
    String dataJson,
    Instant madeAt,
    Instant expiresAt) {
  public Message {
    actions = List.copyOf(actions);
  }

  /** How hard a device may ring. */
  public enum Urgency {
    /** For information. */
    NORMAL,
    /** Somebody must act now: high priority, sound, stays on the screen. */
    ALARM
  }

  /**
   * A button on the notification.
   *
   * @param name stable word that the service worker acts on: {@code sign-of-life}, {@code help},
   *     {@code acknowledge}, {@code extend}
   * @param label the words on it, at most 20 signs
   */
  public record Action(String name, String label) {}
}
