/**
 * A planned visit: who goes where, when and how. Planning one also plans its watch, which asks when
 * the visit is not started. Start reading at {@code VisitRegister}; visits that repeat are in
 * {@code SeriesRegister}, everybody's week and what does not go together in {@code Planner}.
 *
 * <p>Promise: a visit and its planned watch are made in one transaction; how the visit stands is
 * told by its watch, never stored twice.
 */
@NullMarked
package nl.achterwacht.visit;

import org.jspecify.annotations.NullMarked;
