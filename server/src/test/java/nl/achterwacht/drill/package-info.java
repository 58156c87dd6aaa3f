/** Tests of drills. */
@NullMarked
package nl.achterwacht.drill;

import org.jspecify.annotations.NullMarked;
