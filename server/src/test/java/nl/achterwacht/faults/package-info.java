/**
 * Real servers and a real PostgreSQL, broken on purpose under load; afterwards a checker replays
 * the journal beside the client's own record. {@code make faults} runs it: a program, not a part of
 * {@code make test}, since it needs a network of its own and ten minutes. Start reading at {@code
 * Faults}, then {@code Rows}; {@code docs/reliability.md} holds the results.
 */
@NullMarked
package nl.achterwacht.faults;

import org.jspecify.annotations.NullMarked;
