/** Tests of this package. */
@NullMarked
package nl.achterwacht.base;

import org.jspecify.annotations.NullMarked;
