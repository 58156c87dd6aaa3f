/**
 * The web side: routes, JSON, sessions and the live board. Turns requests into calls on the doors
 * of the modules and their answers into JSON; decides nothing. Start reading at {@code
 * HttpConfiguration}, then {@code frame} (what holds for every request) and {@code api} (the
 * routes).
 *
 * <p>Promises: what {@code openapi.yaml} says is what is accepted and answered; a sign of life, a
 * departure or a panic is never refused for its form; every answer comes within three seconds, also
 * when the database is away.
 */
@NullMarked
package nl.achterwacht.http;

import org.jspecify.annotations.NullMarked;
