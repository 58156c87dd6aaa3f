/**
 * Tells a collector of OpenTelemetry what this server does: each request, and each stage of the
 * alarm path. Start reading at {@code Traces}.
 *
 * <p>Promise: no person, no client, no token and no address is in a span; and whatever the
 * collector does, the alarm path neither fails nor waits for it.
 */
@NullMarked
package nl.achterwacht.app.traces;

import org.jspecify.annotations.NullMarked;
