/** Tests of what happens around the server: start-up and the folder of letters. */
@NullMarked
package nl.achterwacht.app;

import org.jspecify.annotations.NullMarked;
