/** Tests of personal alarms. */
@NullMarked
package nl.achterwacht.device;

import org.jspecify.annotations.NullMarked;
