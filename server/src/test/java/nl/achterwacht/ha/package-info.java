/**
 * Several servers on a replicated database, each host a network namespace, while the host that
 * leads is killed and cut off ({@code make ha}). Start reading at {@code HighAvailability}. Nothing
 * here is a test of the build: it needs root, and half an hour.
 */
@NullMarked
package nl.achterwacht.ha;

import org.jspecify.annotations.NullMarked;
