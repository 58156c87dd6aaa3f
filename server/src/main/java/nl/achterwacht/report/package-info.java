/**
 * Figures for those who answer for others: what goes wrong, where and when, how soon help comes,
 * and who works with a watch. Start reading at {@link nl.achterwacht.report.ReportRegister}.
 *
 * <p>Promise: a figure is a count of rows that anybody can count again with one query. No name of a
 * person stands in a report, and no team that is so small that a figure would be about somebody
 * (docs/decisions/0124). The only module that joins tables of others, over their views {@code
 * <schema>.v_...}. Months that are over are counted in the background (docs/decisions/0123).
 */
@NullMarked
package nl.achterwacht.report;

import org.jspecify.annotations.NullMarked;
