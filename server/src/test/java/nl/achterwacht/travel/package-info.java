/** Tests of module {@code travel}. */
@NullMarked
package nl.achterwacht.travel;

import org.jspecify.annotations.NullMarked;
