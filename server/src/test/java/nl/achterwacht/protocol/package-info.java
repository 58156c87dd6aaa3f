/** Tests of the protocol. */
@NullMarked
package nl.achterwacht.protocol;

import org.jspecify.annotations.NullMarked;
