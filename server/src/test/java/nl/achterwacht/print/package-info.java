/** Tests of what leaves on paper or in a file. */
@NullMarked
package nl.achterwacht.print;

import org.jspecify.annotations.NullMarked;
