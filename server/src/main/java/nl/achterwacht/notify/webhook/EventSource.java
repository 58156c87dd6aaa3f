package nl.achterwacht.notify.webhook;

/**
 * Who speaks in an event: the organisation and this system, as a name that is never a place to
 * fetch something from.
 *
 * @param urn such as {@code urn:nld:oin:00000001234567890000:systeem:achterwacht}
 */
public record EventSource(String urn) {
  public EventSource {
    if (!urn.matches("urn:nld:(oin:\\d{20}|kvknr:\\d{8}):systeem:[A-Za-z0-9._-]{1,60}")) {
      throw new IllegalArgumentException(
          "the source of events must be urn:nld:oin:<20 digits>:systeem:<name>"
              + " or urn:nld:kvknr:<8 digits>:systeem:<name>, not "
              + urn);
    }
  }

  /** By the number of a government organisation: 20 digits. */
  public static EventSource ofOin(String oin) {
    return new EventSource("urn:nld:oin:" + oin + ":systeem:achterwacht");
  }

  /** By the number in the trade register: 8 digits. */
  public static EventSource ofKvk(String kvk) {
    return new EventSource("urn:nld:kvknr:" + kvk + ":systeem:achterwacht");
  }
}
