package nl.achterwacht.preparation;

import nl.achterwacht.base.PersonId;

/**
 * Who does something about a measure.
 *
 * @param supervisor may approve, and go without a measure, at visits of others
 */
public record Actor(PersonId person, boolean supervisor) {}
