/**
 * Lone workplaces: where somebody works alone, what could happen there, what was decided about it
 * and what is arranged. Each has an owner and a review that is due. Start reading at {@code
 * WorkplaceKeeper}.
 */
@NullMarked
package nl.achterwacht.workplace;

import org.jspecify.annotations.NullMarked;
