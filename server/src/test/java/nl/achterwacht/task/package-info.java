/** Tests of tasks. */
@NullMarked
package nl.achterwacht.task;

import org.jspecify.annotations.NullMarked;
