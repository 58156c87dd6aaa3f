package nl.achterwacht.place.lookup;

/**
 * An address that may be meant.
 *
 * @param id by which the register knows it, such as {@code adr-…}
 * @param label as people read it
 */
public record Suggestion(String id, String label) {}
