/**
 * Getting ready for a visit: the risk estimate, the measures the policy asks for with what proves
 * each, and the colleague who comes along. Start reading at {@code MeasureRules}, then {@code
 * PreparationRules}, then {@code PreparationKeeper}.
 *
 * <p>Promise: a visit is <i>ready</i> only when every measure asked for, or one of its
 * alternatives, is proven or waived. Whether it is ready never decides whether its watch may start;
 * it decides who is told.
 */
@NullMarked
package nl.achterwacht.preparation;

import org.jspecify.annotations.NullMarked;
