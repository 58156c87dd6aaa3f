/** Tests of module {@code visit}. */
@NullMarked
package nl.achterwacht.visit;

import org.jspecify.annotations.NullMarked;
