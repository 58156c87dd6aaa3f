/**
 * Starts the server: settings, the wiring by hand, the loops and the start-up checks. Start reading
 * at {@code Achterwacht}.
 */
@NullMarked
package nl.achterwacht.app;

import org.jspecify.annotations.NullMarked;
