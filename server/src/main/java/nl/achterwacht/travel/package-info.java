/**
 * On the way: number plates, office hours and daylight, agreements on who can be reached, what to
 * take along and what to leave at home. Start reading at {@code Plate} and {@code OfficeHours},
 * which are pure, then {@code ReachabilityRegister}.
 *
 * <p>Promise: nothing in here refuses somebody who leaves. A plate that looks wrong is warned
 * about, a list that was not ticked stays a list; what a visit needs, the module {@code
 * preparation} decides.
 */
@NullMarked
package nl.achterwacht.travel;

import org.jspecify.annotations.NullMarked;
