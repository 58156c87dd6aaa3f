/** Tests of module {@code http}. */
@NullMarked
package nl.achterwacht.http;

import org.jspecify.annotations.NullMarked;
