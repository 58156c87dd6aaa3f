/**
 * The example town: a made-up municipality that a newcomer can walk through. Start reading at
 * {@code ExampleTown} (who and what is there, set up once) and {@code TownPlay} (what happens in
 * it).
 *
 * <p>Promises: the town is never put beside an organisation of somebody else; everything that
 * happens in it comes in through the public API, as from real phones and desks; nobody acts for
 * Anna, Bram, Carla or the administrator, who are there for whoever looks around.
 */
@NullMarked
package nl.achterwacht.example;

import org.jspecify.annotations.NullMarked;
