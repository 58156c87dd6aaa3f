/** Tests of lone workplaces. */
@NullMarked
package nl.achterwacht.workplace;

import org.jspecify.annotations.NullMarked;
