@NullMarked
package nl.achterwacht.privacy;

import org.jspecify.annotations.NullMarked;
