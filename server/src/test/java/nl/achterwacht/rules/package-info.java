/** The tables of docs/rules: every rule, laid out by running it. Start at {@code RuleTable}. */
@NullMarked
package nl.achterwacht.rules;

import org.jspecify.annotations.NullMarked;
