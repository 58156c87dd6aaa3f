/** Tests of module {@code preparation}. */
@NullMarked
package nl.achterwacht.preparation;

import org.jspecify.annotations.NullMarked;
