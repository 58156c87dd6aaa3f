/** Tests of the database under our own care, and {@link TestDatabase}, which all others use. */
@NullMarked
package nl.achterwacht.postgres;

import org.jspecify.annotations.NullMarked;
