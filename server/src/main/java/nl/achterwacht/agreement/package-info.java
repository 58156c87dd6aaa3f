/**
 * Working agreements of a team. Each has an owner and a day on which it is looked at again; that
 * look is a task, and whoever ends the task renews the agreement. Start reading at {@code
 * AgreementKeeper}.
 */
@NullMarked
package nl.achterwacht.agreement;

import org.jspecify.annotations.NullMarked;
