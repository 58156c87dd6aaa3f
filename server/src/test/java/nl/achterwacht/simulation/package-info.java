/**
 * Random years of made-up towns on the real rules, keepers and PostgreSQL, under a clock of our
 * own. Start reading at {@code Batch}, then {@code Town}; docs/simulation.md says how to use it.
 */
@NullMarked
package nl.achterwacht.simulation;

import org.jspecify.annotations.NullMarked;
