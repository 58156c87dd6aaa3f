/**
 * Drills at lone workplaces: planned or by surprise, a real run of the ladder that everybody sees
 * is a test, with the time measured until somebody is there. Start reading at {@code DrillKeeper}.
 *
 * <p>Promise: nothing in here is on the way of a real alarm. A drill does not start while one is
 * open, and one that comes later ends the drill afterwards, in a transaction of its own.
 */
@NullMarked
package nl.achterwacht.drill;

import org.jspecify.annotations.NullMarked;
