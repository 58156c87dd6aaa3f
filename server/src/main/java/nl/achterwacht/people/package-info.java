/**
 * Organisations, teams, people, how they can be reached, and who is on duty. Start reading at
 * {@code PeopleRegister}; what the ladders need in bulk stands in {@code RosterReader}.
 */
@NullMarked
package nl.achterwacht.people;

import org.jspecify.annotations.NullMarked;
