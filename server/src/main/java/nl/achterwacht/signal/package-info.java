/**
 * Early signals: what somebody noticed before it became an incident. Each is a task for the
 * supervisor, and whoever reported it hears the answer. Start reading at {@code SignalKeeper}.
 */
@NullMarked
package nl.achterwacht.signal;

import org.jspecify.annotations.NullMarked;
