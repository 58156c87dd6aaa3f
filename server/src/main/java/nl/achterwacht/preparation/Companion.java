package nl.achterwacht.preparation;

import nl.achterwacht.base.PersonId;
import nl.achterwacht.watch.WatchId;

/** The colleague who comes along, under a watch of their own. */
public record Companion(PersonId person, WatchId watch) {}
