/** Tests of working agreements. */
@NullMarked
package nl.achterwacht.agreement;

import org.jspecify.annotations.NullMarked;
