/** Tests of early signals. */
@NullMarked
package nl.achterwacht.signal;

import org.jspecify.annotations.NullMarked;
