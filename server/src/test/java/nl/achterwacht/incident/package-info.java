/** Tests of incidents and what follows them. */
@NullMarked
package nl.achterwacht.incident;

import org.jspecify.annotations.NullMarked;
