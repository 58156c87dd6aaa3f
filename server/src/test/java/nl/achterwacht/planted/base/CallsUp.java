package nl.achterwacht.planted.base;

import nl.achterwacht.planted.people.Someone;

/** Breaks the direction: base knows no other module. */
public record CallsUp(Someone someone) {}
