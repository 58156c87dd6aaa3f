/**
 * Visits out of a file (CSV or XLSX). The file is taken in, checked row by row by the loop, shown
 * with what is wrong and what will be made, and carried out once somebody confirms. Start reading
 * at {@code ImportKeeper}; {@code RowReader} says what a row must hold.
 *
 * <p>Promises: a row is planned with its watch or not at all; the same row is never planned twice;
 * a server that stops half-way goes on where it was; the file itself is erased once it was read.
 */
@NullMarked
package nl.achterwacht.calendar.bulk;

import org.jspecify.annotations.NullMarked;
