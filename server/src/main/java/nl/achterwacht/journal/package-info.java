/**
 * Who did what, when. Append only, written in the transaction of the deed, and at the same time the
 * event table that the live boards follow. Start reading at {@code Journal}, then {@code
 * JournalReader}.
 */
@NullMarked
package nl.achterwacht.journal;

import org.jspecify.annotations.NullMarked;
