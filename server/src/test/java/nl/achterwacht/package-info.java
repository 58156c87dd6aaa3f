/** Tests about the whole: structure and sources. Start at {@code ArchitectureTest}. */
@NullMarked
package nl.achterwacht;

import org.jspecify.annotations.NullMarked;
