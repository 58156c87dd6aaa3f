/**
 * Neighbourhoods and hot spots. An administrator loads the boundaries of Statistics Netherlands as
 * GeoJSON ({@code NeighbourhoodFile}, {@code Boundaries}); hot spots are named by hand with a
 * reason and an end ({@code HotSpots}), and what happened on visits is counted beside them.
 *
 * <p>Promise: counts tell how often, never who.
 */
@NullMarked
package nl.achterwacht.place.area;

import org.jspecify.annotations.NullMarked;
