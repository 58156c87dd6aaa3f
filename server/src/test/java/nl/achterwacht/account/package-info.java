/** Tests of module {@code account}. */
@NullMarked
package nl.achterwacht.account;

import org.jspecify.annotations.NullMarked;
