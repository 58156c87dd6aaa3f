/** Tests of the example town; {@code TownPlayTest} starts the whole server. */
@NullMarked
package nl.achterwacht.example;

import org.jspecify.annotations.NullMarked;
