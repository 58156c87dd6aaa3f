/** Breaches on purpose, for {@code ArchitectureTest} to find. */
@NullMarked
package nl.achterwacht.planted;

import org.jspecify.annotations.NullMarked;
