/**
 * The live board: one reader of the journal for all browsers of this server. Start reading at
 * {@code BoardFeed}.
 */
@NullMarked
package nl.achterwacht.http.board;

import org.jspecify.annotations.NullMarked;
