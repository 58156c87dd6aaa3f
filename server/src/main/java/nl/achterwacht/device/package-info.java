/**
 * Personal alarms: which there are, who has them, and whether they work. Each one in use always has
 * a task to test it; one that does not work is told to the supervisor at once. Start reading at
 * {@code DeviceKeeper}.
 */
@NullMarked
package nl.achterwacht.device;

import org.jspecify.annotations.NullMarked;
