/**
 * What leaves on paper or in a file: PDF from a page ({@link nl.achterwacht.print.Page}), tables as
 * CSV or workbook ({@link nl.achterwacht.print.Table}), codes to scan, phone numbers as people read
 * them. Knows nothing of what stands in them, fetches nothing, and keeps nothing.
 */
@NullMarked
package nl.achterwacht.print;

import org.jspecify.annotations.NullMarked;
