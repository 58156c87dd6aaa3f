package nl.achterwacht.planted.people;

/** What {@code base} may not know. */
public record Someone(String name) {}
