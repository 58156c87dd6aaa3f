/**
 * Servers in processes of their own, killed and frozen at the worst moments, on a real PostgreSQL,
 * with real sending to receivers that count. Start reading at {@code ServerKilledTest}; {@code
 * RunningServer}, {@code SmallTown} and {@code Receivers} are the kit.
 */
@NullMarked
package nl.achterwacht.process;

import org.jspecify.annotations.NullMarked;
