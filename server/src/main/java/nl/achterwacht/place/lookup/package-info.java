/**
 * Looks addresses up in the public register (PDOK Locatieserver), when the operator switched that
 * on. Start reading at {@code Locatieserver}.
 *
 * <p>Promise: it is asked politely (remembered answers, few questions at a time, a rest after a
 * failure), only the text of the address goes there, and whatever it does costs a user at most its
 * time limit.
 */
@NullMarked
package nl.achterwacht.place.lookup;

import org.jspecify.annotations.NullMarked;
